import * as vscode from 'vscode';
import { isDefinition, LANGUAGE } from './language';
import { Latest } from './latest';

/** What the server tells of a project. */
interface Project {
  project: string;
  folder: string;
  target: string;
  targets: string[];
  errors: number;
  warnings: number;
  infos: number;
}

type Ask = <T>(command: string, uri: vscode.Uri) => Promise<T | undefined>;

/** The item of the status line: project, target, findings; or why there are none. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('procc', vscode.StatusBarAlignment.Left, 10);
  private problem: string | undefined;
  private readonly latest = new Latest(() => this.tell());

  constructor(private readonly ask: Ask) {
    this.item.name = 'procc';
  }

  /** Says why there is no server, until there is one; undefined if there is. */
  setProblem(problem: string | undefined): void {
    this.problem = problem;
    void this.update();
  }

  private showProblem(problem: string): void {
    this.show('$(error) procc', `procc is not running: ${problem}`, 'procc.menu', 'statusBarItem.errorBackground');
  }

  update(): Promise<void> {
    return this.latest.run();
  }

  private async tell(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId === 'yaml' && isDefinition(document)) {
      this.show('$(circle-slash) procc is off', 'This definition is treated as YAML', 'procc.useLanguage');
      return;
    }
    if (document?.languageId !== LANGUAGE) {
      this.item.hide();
      return;
    }
    if (this.problem) {
      this.showProblem(this.problem);
      return;
    }
    const project = await this.ask<Project>('procc.project', document.uri);
    if (document !== vscode.window.activeTextEditor?.document) {
      return;
    }
    if (!project?.folder) {
      this.show('procc', 'This file is no definition', 'procc.menu');
      return;
    }
    const name = [project.project || 'one file', project.target].filter((word) => word !== '').join(' · ');
    const tooltip = new vscode.MarkdownString();
    tooltip.appendText(project.project ? `Project ${project.project} in ${project.folder}` : 'A file outside of any project');
    tooltip.appendMarkdown('\n\n');
    tooltip.appendText(project.target ? `Target ${project.target} of ${project.targets.join(', ')}` : 'No target');
    tooltip.appendMarkdown('\n\n');
    tooltip.appendText(`${project.errors} errors, ${project.warnings} warnings, ${project.infos} notes`);
    this.show(`procc: ${name} $(error) ${project.errors} $(warning) ${project.warnings}`, tooltip, 'procc.menu');
  }

  private show(text: string, tooltip: string | vscode.MarkdownString, command: string, colour?: string): void {
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.command = command;
    this.item.backgroundColor = colour ? new vscode.ThemeColor(colour) : undefined;
    this.item.show();
  }

  dispose(): void {
    this.item.dispose();
  }
}
