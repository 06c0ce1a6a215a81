// The server of the YAML extension of Red Hat, for the documents that extension takes. The extension
// itself is not on npm; its server is.
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

exports.activate = (context) => {
  const module = process.env.YAML_SERVER;
  const run = { module, transport: TransportKind.ipc };
  const documentSelector = [{ language: 'yaml' }, { pattern: '*.y(a)ml' }];
  const client = new LanguageClient('yaml', 'YAML beside', { run, debug: run }, { documentSelector });
  context.subscriptions.push(client);
  return client.start();
};
