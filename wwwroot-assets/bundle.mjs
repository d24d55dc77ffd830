// Bundles scripts and styles. "blocks" in a style sheet stands for the styles of all consumer blocks, which lie beside their components:
// a block of its own folder needs no line anywhere else.   usage: node bundle.mjs [--outdir=DIR] ENTRY…   (without a folder one bundle goes to stdout)
import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const [options, entries] = [process.argv.slice(2).filter(a => a.startsWith("--")), process.argv.slice(2).filter(a => !a.startsWith("--"))];
const outdir = options.find(o => o.startsWith("--outdir="))?.slice("--outdir=".length);

// In a folder named Blocks, or beside the record of a block.
function stylesOfBlocks(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const isOfBlock = /[\\/]Blocks([\\/]|$)/.test(folder) || entries.some(e => e.name.endsWith("Block.cs"));
  return entries.flatMap(entry => entry.isDirectory()
    ? /^(bin|obj|wwwroot|node_modules)$/.test(entry.name) ? [] : stylesOfBlocks(join(folder, entry.name))
    : isOfBlock && entry.name.endsWith(".css") && !entry.name.endsWith(".razor.css") ? [join(folder, entry.name)] : []);
}

const blocks = {
  name: "blocks",
  setup(bundle) {
    bundle.onResolve({ filter: /^blocks$/ }, () => ({ path: "blocks", namespace: "blocks" }));
    bundle.onLoad({ filter: /./, namespace: "blocks" }, () => ({
      loader: "css",
      resolveDir: root,
      contents: stylesOfBlocks(join(root, "src")).map(path => `@import "./${relative(root, path).replaceAll("\\", "/")}";`).join("\n"),
    }));
  },
};

const result = await build({
  entryPoints: entries,
  bundle: true,
  minify: true,
  target: ["es2022", "chrome109", "safari16", "firefox115"],
  ...(outdir === undefined ? {} : { loader: { ".svg": "copy" } }),
  entryNames: "[name]",
  outdir,
  write: outdir !== undefined,
  logLevel: "warning",
  plugins: [blocks],
});
if (outdir === undefined) {
  process.stdout.write(result.outputFiles[0].contents);
}
