import { describeGateway } from './gateway.contract.js';
import { makePlaygroundRig } from './playground-rig.js';

describeGateway('playground', () => makePlaygroundRig());
