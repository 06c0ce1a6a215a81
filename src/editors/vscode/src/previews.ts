import * as vscode from 'vscode';
import { LANGUAGE } from './language';
import { Latest } from './latest';

/** What the server answers to a command that shows something. */
interface Answer {
  headline: string;
  text: string;
  html: string;
}

type Ask = <T>(command: string, uri: vscode.Uri) => Promise<T | undefined>;

const SCHEME = 'procc-rendered';

/** The rendered process beside its definition, as a text that follows what is typed. */
export class RenderedPreview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;
  private readonly shown = new Map<string, string>();
  private readonly registration: vscode.Disposable;

  constructor(private readonly ask: Ask) {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  async open(definition: vscode.Uri): Promise<void> {
    const name = definition.path.replace(/^.*\//, '').replace(/\.ya?ml$/, '');
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `${name} (rendered).json`, query: definition.toString() });
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, 'jsonc');
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true, preview: false });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const answer = await this.ask<Answer>('procc.render', vscode.Uri.parse(uri.query));
    if (answer && answer.text !== '') {
      this.shown.set(uri.toString(), answer.text);
      return `// ${answer.headline}\n${answer.text}`;
    }
    const before = this.shown.get(uri.toString());
    const problem = `// ${answer ? answer.headline : 'procc is not running'}`;
    return before ? `${problem}\n// As it was before:\n${before}` : `${problem}\n`;
  }

  /** Renders anew what is shown. */
  update(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (document.uri.scheme === SCHEME) {
        this.changed.fire(document.uri);
      }
    }
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }
}

/** The page of `procc diff` against HEAD, of the texts as they are typed. */
export class DiffPreview implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private definition: vscode.Uri | undefined;
  private readonly latest = new Latest(() => this.show());

  constructor(private readonly ask: Ask) {}

  async open(definition: vscode.Uri): Promise<void> {
    this.definition = definition;
    if (!this.panel) {
      this.panel = vscode.window.createWebviewPanel(
        'procc.diff',
        'procc diff',
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        { enableScripts: false, enableFindWidget: true, localResourceRoots: [] },
      );
      this.panel.onDidDispose(() => (this.panel = undefined));
    }
    await this.update();
  }

  /** Shows the project of the definition that is in front. */
  async follow(editor: vscode.TextEditor | undefined): Promise<void> {
    if (this.panel && editor?.document.languageId === LANGUAGE) {
      this.definition = editor.document.uri;
      await this.update();
    }
  }

  update(): Promise<void> {
    return this.latest.run();
  }

  private async show(): Promise<void> {
    if (!this.panel || !this.definition) {
      return;
    }
    const answer = await this.ask<Answer>('procc.diff', this.definition);
    if (this.panel) {
      this.panel.webview.html = answer?.html || page(answer?.headline ?? 'procc is not running');
    }
  }

  dispose(): void {
    this.panel?.dispose();
  }
}

function page(message: string): string {
  const text = message.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'"><p>${text}</p>`;
}
