import { describeGateway } from './gateway.contract.js';
import { makeWecomRig } from './wecom-rig.js';

describeGateway('wecom, groups without cards', () => makeWecomRig(false));
describeGateway('wecom, groups with cards', () => makeWecomRig(true));
