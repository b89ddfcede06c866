import { describeGateway } from './gateway.contract.js';
import { makeTelegramRig } from './telegram-rig.js';

describeGateway('telegram', () => makeTelegramRig());
