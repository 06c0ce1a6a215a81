import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** Where the program is, or what was tried in vain. */
export type Found = { program: string } | { problem: string };

const WINDOWS = process.platform === 'win32';
const NAMES = WINDOWS ? ['procc.cmd', 'procc.exe'] : ['procc'];

/** Folders in which programs lie although an editor may not have them on its path. */
function usualFolders(): string[] {
  const home = os.homedir();
  return WINDOWS
    ? [
        path.join(process.env.LOCALAPPDATA ?? home, 'procc', 'bin'),
        path.join(process.env.ProgramFiles ?? 'C:\\Program Files', 'procc', 'bin'),
      ]
    : [
        path.join(home, '.local', 'bin'),
        path.join(home, 'bin'),
        path.join(home, 'procc', 'bin'),
        '/usr/local/bin',
        '/opt/procc/bin',
        '/opt/homebrew/bin',
      ];
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, WINDOWS ? fs.constants.F_OK : fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Looks for the program.
 *
 * @param setting what `procc.path` says; empty if nothing
 */
export function findProgram(setting: string): Found {
  if (setting !== '') {
    const named = setting.startsWith('~/') ? path.join(os.homedir(), setting.slice(2)) : setting;
    const inFolder = path.join(named, NAMES[0]);
    for (const file of [named, inFolder]) {
      if (isProgram(file)) {
        return { program: file };
      }
    }
    return { problem: `the setting procc.path is "${setting}", and there is no such program` };
  }
  const onPath = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const folders = [...new Set([...onPath, ...usualFolders()])];
  for (const folder of folders) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      if (isProgram(file)) {
        return { program: file };
      }
    }
  }
  return { problem: `procc was looked for in ${folders.join(', ')}; name it in the setting procc.path` };
}
