/**
 * `npm run doctor`: looks at everything a start needs, says in words what is missing and the command that mends it. Changes nothing.
 *
 *   npm run doctor                what can be seen from here
 *   npm run doctor -- --online    also whether the platforms can be reached
 *
 * Exit 0 where nothing is bad, else 1.
 */
import { parseArgs } from 'node:util';
import { readEnv } from '../config/env.js';
import { sayFault, type Fault } from '../config/fault.js';
import { loadProject } from '../config/project.js';
import { readSettings, type Settings } from '../config/settings.js';
import { checkRoster, checkTelegram, checkWecom } from './doctor/channels.js';
import { bad, ok, sayFinding, type Finding } from './doctor/finding.js';
import { checkClock, checkDataDir, checkNode, checkPackages, checkPort } from './doctor/machine.js';
import { checkHolidays } from './doctor/holidays.js';
import { checkDatabase, checkRedis } from './doctor/stores.js';

const { values } = parseArgs({ options: { online: { type: 'boolean', default: false } } });

const badFault = (fault: Fault): Finding => bad(sayFault({ ...fault, cure: '' }).replace(/ → $/, ''), fault.cure);

/** The project's data, and with it the roster. */
const lookAtProject = (settings: Settings): readonly Finding[] => {
  const read = loadProject(settings.projectDir);
  if (read.kind === 'faults') return read.faults.map(badFault);
  const { units, staff } = read.project;
  return [
    ok(`the project’s data are right: ${units.length} units, ${staff.length} people`),
    checkHolidays(read.project.policy.workingHours.days, Date.now()),
    ...checkRoster(read.project, settings),
  ];
};

const look = async (): Promise<readonly Finding[]> => {
  const machine = [checkNode(), checkPackages(), checkClock(new Date())];
  const read = readSettings(readEnv());
  if (read.kind === 'faults') return [...machine, ...read.faults.map(badFault)];
  const { settings } = read;
  return [
    ...machine,
    ok('the settings are whole'),
    ...lookAtProject(settings),
    checkDataDir(settings.dataDir),
    await checkPort(settings),
    await checkDatabase(settings),
    ...(await checkRedis(settings)),
    ...(await checkWecom(settings.wecom, values.online)),
    ...(await checkTelegram(settings.telegram, values.online)),
  ];
};

const findings = await look();
for (const finding of findings) console.log(sayFinding(finding));
const faults = findings.filter((finding) => finding.kind === 'bad').length;
console.log(faults === 0 ? '\nNothing is missing.' : `\n${faults} to mend.`);
process.exitCode = faults === 0 ? 0 : 1;
