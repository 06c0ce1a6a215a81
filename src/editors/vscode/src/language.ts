import * as vscode from 'vscode';

export const LANGUAGE = 'procc';

/** Lines that may stand before the first key. */
const PREAMBLE = /^\s*(#.*|---.*|%.*)?$/;
const FIRST_KEY = /^(procc|"procc"|'procc')\s*:\s*["']?v\d/;
const LINES_LOOKED_AT = 100;

/** Whether a text begins as definitions do. VS Code itself looks at the extension before the first line. */
export function isDefinition(document: vscode.TextDocument): boolean {
  const lines = Math.min(document.lineCount, LINES_LOOKED_AT);
  for (let i = 0; i < lines; i++) {
    const line = document.lineAt(i).text.replace(/^\uFEFF/, '');
    if (!PREAMBLE.test(line)) {
      return FIRST_KEY.test(line);
    }
  }
  return false;
}

/** Gives definitions their language; one that a person took it from is left alone. */
export class LanguageDetector {
  private readonly seen = new Set<string>();

  async detect(document: vscode.TextDocument): Promise<void> {
    const name = document.uri.toString();
    const mayBe = document.languageId === 'yaml' && ['file', 'untitled'].includes(document.uri.scheme);
    if (mayBe && !this.seen.has(name) && isDefinition(document)) {
      this.seen.add(name);
      await vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
    }
  }
}
