import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type ServerOptions } from 'vscode-languageclient/node';
import { LANGUAGE, LanguageDetector } from './language';
import { DiffPreview, RenderedPreview } from './previews';
import { findProgram } from './program';
import { Status } from './status';

const RESTARTING = ['procc.path', 'procc.target', 'procc.asOf', 'procc.javaOptions'];
const PAUSE_MS = 150;

/** How the answers to commands of the server are shown. */
type Shown = Record<string, (definition: vscode.Uri) => Promise<void>>;

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel('procc', { log: true });
  const status = new Status(ask);
  const rendered = new RenderedPreview(ask);
  const diff = new DiffPreview(ask);
  const detector = new LanguageDetector();
  let pause: NodeJS.Timeout | undefined;

  const update = (): void => {
    clearTimeout(pause);
    pause = setTimeout(() => {
      void status.update();
      rendered.update();
      void diff.update();
    }, PAUSE_MS);
  };
  const restart = async (): Promise<void> => {
    await stop();
    const problem = await start(log, {
      'procc.render': (uri) => rendered.open(uri),
      'procc.diff': (uri) => diff.open(uri),
      'procc.impact': showImpact,
    });
    status.setProblem(problem);
    if (problem) {
      void explain(problem, log);
    } else {
      update();
    }
  };

  context.subscriptions.push(
    log,
    status,
    rendered,
    diff,
    vscode.workspace.onDidOpenTextDocument((document) => void detector.detect(document)),
    vscode.workspace.onDidChangeTextDocument((change) => {
      void detector.detect(change.document);
      if (change.document.languageId === LANGUAGE) {
        update();
      }
    }),
    vscode.languages.onDidChangeDiagnostics(() => void status.update()),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      void status.update();
      void diff.follow(editor);
    }),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (RESTARTING.some((name) => change.affectsConfiguration(name))) {
        void restart();
      }
    }),
    vscode.commands.registerCommand('procc.showRendered', () => withDefinition((uri) => rendered.open(uri))),
    vscode.commands.registerCommand('procc.showDiff', () => withDefinition((uri) => diff.open(uri))),
    vscode.commands.registerCommand('procc.showImpact', () => withDefinition(showImpact)),
    vscode.commands.registerCommand('procc.showReferences', showReferences),
    vscode.commands.registerCommand('procc.useLanguage', useLanguage),
    vscode.commands.registerCommand('procc.restart', restart),
    vscode.commands.registerCommand('procc.showLog', () => log.show()),
    vscode.commands.registerCommand('procc.menu', menu),
  );
  for (const document of vscode.workspace.textDocuments) {
    void detector.detect(document);
  }
  await restart();
}

export function deactivate(): Promise<void> {
  return stop();
}

/** Starts the server; why not, if it cannot be started. */
async function start(log: vscode.LogOutputChannel, shown: Shown): Promise<string | undefined> {
  const settings = vscode.workspace.getConfiguration('procc');
  const text = (name: string): string => settings.get<string>(name, '').trim();
  const found = findProgram(text('path'));
  if ('problem' in found) {
    return found.problem;
  }
  const args = ['lsp'];
  for (const [setting, flag] of [['target', '--target'], ['asOf', '--as-of']]) {
    if (text(setting) !== '') {
      args.push(flag, text(setting));
    }
  }
  log.info(`${found.program} ${args.join(' ')}`);
  const script = found.program.endsWith('.cmd');
  const options = text('javaOptions');
  const server: ServerOptions = {
    command: script ? `"${found.program}"` : found.program,
    args,
    options: { shell: script, env: options === '' ? process.env : { ...process.env, PROCC_JAVA_OPTS: options } },
  };
  const clientOptions: LanguageClientOptions = {
    documentSelector: [
      { scheme: 'file', language: LANGUAGE },
      { scheme: 'untitled', language: LANGUAGE },
      { scheme: 'file', pattern: '**/*.{csv,tsv}' },
    ],
    outputChannel: log,
    initializationOptions: { showsAnswers: true },
    middleware: {
      // What stands above a definition to be clicked is shown here.
      executeCommand: (command, args, next) => {
        const show = shown[command];
        return show ? show(vscode.Uri.parse(String(args[0]))) : next(command, args);
      },
    },
  };
  client = new LanguageClient('procc', 'procc', server, clientOptions);
  try {
    await client.start();
    return undefined;
  } catch (error) {
    client = undefined;
    return `${found.program} ${args.join(' ')} could not be started: ${String(error)}`;
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.dispose().catch(() => undefined);
}

async function explain(problem: string, log: vscode.LogOutputChannel): Promise<void> {
  log.error(problem);
  const settings = 'Settings';
  const choice = await vscode.window.showErrorMessage(`procc is not running: ${problem}`, settings, 'Log');
  if (choice === settings) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'procc.path');
  } else if (choice) {
    log.show();
  }
}

/** Has the server carry out a command about a document; undefined without a server. */
async function ask<T>(command: string, uri: vscode.Uri): Promise<T | undefined> {
  try {
    return await client?.sendRequest<T>('workspace/executeCommand', {
      command,
      arguments: [client.code2ProtocolConverter.asUri(uri)],
    });
  } catch {
    return undefined;
  }
}

async function withDefinition(show: (uri: vscode.Uri) => Promise<void>): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId === LANGUAGE) {
    await show(document.uri);
  } else {
    void vscode.window.showInformationMessage('procc: open a definition first');
  }
}

async function showImpact(uri: vscode.Uri): Promise<void> {
  const answer = await ask<{ headline: string; text: string }>('procc.impact', uri);
  if (!answer || answer.text === '') {
    void vscode.window.showInformationMessage(`procc: ${answer?.headline ?? 'it is not running'}`);
    return;
  }
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: answer.text });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
}

/** What a count above a calendar or a person leads to. */
async function showReferences(uri: string, at: unknown, locations: unknown[]): Promise<void> {
  if (!client) {
    return;
  }
  const convert = client.protocol2CodeConverter;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    convert.asUri(uri),
    convert.asPosition(at as never),
    locations.map((each) => convert.asLocation(each as never)),
  );
}

async function useLanguage(): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (document) {
    await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
  }
}

async function menu(): Promise<void> {
  const entries = [
    { label: 'Show the rendered process', command: 'procc.showRendered' },
    { label: 'Show what differs from HEAD', command: 'procc.showDiff' },
    { label: 'Show the dates that move against HEAD', command: 'procc.showImpact' },
    { label: 'Show all findings', command: 'workbench.actions.view.problems' },
    { label: 'Start the server anew', command: 'procc.restart' },
    { label: 'Show the log', command: 'procc.showLog' },
  ];
  const chosen = await vscode.window.showQuickPick(entries, { title: 'procc' });
  if (chosen) {
    await vscode.commands.executeCommand(chosen.command);
  }
}
