import ts from 'typescript';

/**
 * TypeScript as JavaScript: types go, and every relative `./name.ts` becomes `./name.js`, in imports and in the
 * `new URL('./name.ts', import.meta.url)` by which worker threads are named. Nothing is bundled: files keep their
 * places, so that what they load relative to themselves (kernels, migrations, models) is found as in the source tree.
 */
export function transpile(source: string, fileName: string): string {
  return ts.transpileModule(source, {
    fileName,
    compilerOptions: {
      target: ts.ScriptTarget.ES2024,
      module: ts.ModuleKind.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
      removeComments: true,
    },
    transformers: { before: [renameModuleUrls] },
  }).outputText;
}

const renameModuleUrls: ts.TransformerFactory<ts.SourceFile> = (context) => {
  const visit = (node: ts.Node): ts.Node => {
    const relative = moduleUrl(node);
    if (relative === null) return ts.visitEachChild(node, visit, context);
    const url = node as ts.NewExpression;
    const renamed = context.factory.createStringLiteral(relative.replace(/\.ts$/, '.js'));
    return context.factory.updateNewExpression(url, url.expression, undefined, [renamed, url.arguments![1]]);
  };
  return (file) => ts.visitEachChild(file, visit, context);
};

/** The `./name.ts` of `new URL('./name.ts', import.meta.url)`, or null for any other node. */
function moduleUrl(node: ts.Node): string | null {
  if (!ts.isNewExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'URL')
    return null;
  const [path, base] = [node.arguments?.[0], node.arguments?.[1]];
  if (path === undefined || !ts.isStringLiteral(path) || base?.getText() !== 'import.meta.url') return null;
  return path.text.endsWith('.ts') ? path.text : null;
}
