import ts from "typescript";

/** A place in the code where a text is said, or where it is chosen to be said later. */
interface Said {
  keys: string[];
  /** What is filled in there; null when the types don't say. */
  filled: Set<string> | null;
  place: string;
}

/** What the code says: every key that is named anywhere in it, and every place where one is said with what is filled in. */
export interface Sayings {
  used: Set<string>;
  said: Said[];
}

/**
 * Reads the code as TypeScript understands it, so that a key which is put together (`story.${line.kind}`) counts for
 * exactly those that it can become.
 * @param keys every key there is, plurals without their ending
 */
export function sayings(keys: ReadonlySet<string>): Sayings {
  const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
  const files = ts.sys.readDirectory(".", [".ts", ".tsx"], ["app/platform/prisma", "app/i18n/*/*"], ["app/**/*", "emails/**/*"]);
  const program = ts.createProgram(
    files.filter((file) => !/\.test\.tsx?$/.test(file)),
    options,
  );
  const checker = program.getTypeChecker();
  const used = new Set<string>();
  const said: Said[] = [];

  const keysOf = (node: ts.Node): string[] => {
    const type = checker.getTypeAtLocation(node);
    return (type.isUnion() ? type.types : [type]).flatMap((one) => (one.isStringLiteral() && keys.has(one.value) ? [one.value] : []));
  };
  const filledBy = (node: ts.Node | undefined): Set<string> | null => {
    if (!node) return new Set();
    const type = checker.getTypeAtLocation(node);
    if (checker.getIndexTypeOfType(type, ts.IndexKind.String)) return null;
    return new Set(checker.getPropertiesOfType(type).map((property) => property.name));
  };
  const says = (keyNode: ts.Node, filled: Set<string> | null) => {
    const named = keysOf(keyNode);
    // A key of any kind is one that came from elsewhere, where it is looked at.
    if (named.length === 0 || named.length === keys.size) return;
    const source = keyNode.getSourceFile();
    const line = source.getLineAndCharacterOfPosition(keyNode.getStart()).line + 1;
    said.push({ keys: named, filled, place: `${source.fileName.replace(`${process.cwd()}/`, "")}:${line}` });
  };
  const takesKey = (parameter: ts.Symbol | undefined, at: ts.Node) =>
    parameter && checker.getTypeOfSymbolAtLocation(parameter, at).aliasSymbol?.name === "TextKey";

  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && keys.has(node.text)) used.add(node.text);
    if (ts.isTemplateExpression(node)) for (const key of keysOf(node)) used.add(key);
    if (ts.isCallExpression(node)) {
      const parameters = checker.getResolvedSignature(node)?.parameters ?? [];
      node.arguments.forEach((argument, index) => {
        if (!takesKey(parameters[index], node)) return;
        const withValues = parameters[index + 1]?.name === "values";
        says(argument, withValues ? filledBy(node.arguments[index + 1]) : new Set());
      });
    }
    if (ts.isObjectLiteralExpression(node)) {
      const property = (name: string) =>
        node.properties.find((one): one is ts.PropertyAssignment => ts.isPropertyAssignment(one) && one.name.getText() === name);
      const key = property("key");
      if (key && checker.getContextualType(node)?.getProperty("key")) says(key.initializer, filledBy(property("values")?.initializer));
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) visit(source);
  }
  return { used, said };
}
