/** What the browser knows of a kind: enough to say at once where it may stand. The server decides again. */
export interface Kind {
  code: string;
  name: string;
  icon: string;
  isContainer: boolean;
  onlyChildren: string[];
  onlyIn: string[];
  isOnlyOnPage: boolean;
  most: number | null;
  isForThisPage: boolean;
}

export interface Tree {
  id: string;
  kind: string;
  words: string;
  inner: Tree[];
}

export interface Place {
  parent: string;
  index: number;
}

export interface DrawnNode {
  html: string;
  tree: Tree;
}

export interface Patch {
  from: number;
  revision: number;
  savedAt: string;
  order: string[] | null;
  nodes: DrawnNode[];
  theme: string | null;
}

export const rootId = 'page';
const depthLimit = 8;

/** The page as a tree of ids and kinds. */
export class Model {
  readonly root: Tree = { id: rootId, kind: rootId, words: '', inner: [] };
  private readonly kinds: Map<string, Kind>;
  private byId = new Map<string, { node: Tree; parent: Tree; depth: number }>();

  constructor(kinds: Kind[]) {
    this.kinds = new Map(kinds.map(kind => [kind.code, kind]));
  }

  kind(code: string): Kind | undefined {
    return this.kinds.get(code);
  }

  find(id: string): Tree | undefined {
    return id === rootId ? this.root : this.byId.get(id)?.node;
  }

  parent(id: string): Tree | undefined {
    return this.byId.get(id)?.parent;
  }

  depth(id: string): number {
    return this.byId.get(id)?.depth ?? 0;
  }

  place(id: string): Place | undefined {
    const parent = this.parent(id);
    return parent && { parent: parent.id, index: parent.inner.findIndex(child => child.id === id) };
  }

  all(): Tree[] {
    return [...this.byId.values()].map(entry => entry.node);
  }

  load(tree: Tree[]): void {
    this.root.inner = tree;
    this.settle();
  }

  apply(patch: Patch): void {
    const fresh = new Map(patch.nodes.map(drawn => [drawn.tree.id, drawn.tree]));
    const outermost = new Map(this.root.inner.map(node => [node.id, node]));
    for (const [id, tree] of fresh) {
      const entry = this.byId.get(id);
      const isOutermost = outermost.has(id);
      if (entry && (isOutermost || entry.parent !== this.root)) {
        entry.parent.inner = entry.parent.inner.map(child => (child.id === id ? tree : child));
      }
      if (isOutermost) {
        outermost.set(id, tree);
      }
    }

    if (patch.order) {
      this.root.inner = patch.order.map(id => fresh.get(id) ?? outermost.get(id)).filter(node => node !== undefined);
    }

    this.settle();
  }

  isInside(id: string, ancestor: string): boolean {
    for (let at: string | undefined = id; at !== undefined; at = this.parent(at)?.id) {
      if (at === ancestor) {
        return true;
      }
    }

    return false;
  }

  /** Those of the ids that stand in none of the others, in the order of the page. */
  outermost(ids: Iterable<string>): string[] {
    const wanted = new Set(ids);
    return this.all()
      .map(node => node.id)
      .filter(id => wanted.has(id) && ![...wanted].some(other => other !== id && this.isInside(id, other)));
  }

  mayStandIn(parentId: string, childKind: string, height = 1): boolean {
    const child = this.kinds.get(childKind);
    if (this.depth(parentId) + height > depthLimit) {
      return false;
    }

    if (parentId === rootId) {
      return !child || child.onlyIn.length === 0;
    }

    const parentKind = this.find(parentId)?.kind;
    const parent = parentKind ? this.kinds.get(parentKind) : undefined;
    if (!parent || !child) {
      return false;
    }

    return parent.isContainer
      && (parent.onlyChildren.length === 0 || parent.onlyChildren.includes(childKind))
      && !child.isOnlyOnPage
      && (child.onlyIn.length === 0 || child.onlyIn.includes(parent.code));
  }

  height(id: string): number {
    const node = this.find(id);
    return node ? 1 + Math.max(0, ...node.inner.map(child => this.height(child.id))) : 1;
  }

  /** Whether all of these may be dropped there. */
  maySettle(what: Dragged, parentId: string): boolean {
    return what.ids.length > 0
      ? what.ids.every(id => !this.isInside(parentId, id) && this.mayStandIn(parentId, this.find(id)?.kind ?? '', this.height(id)))
      : this.mayStandIn(parentId, what.kind);
  }

  isUsedUp(code: string): boolean {
    const kind = this.kinds.get(code);
    return kind?.most != null && this.all().filter(node => node.kind === code).length >= kind.most;
  }

  name(node: Tree): string {
    return this.kinds.get(node.kind)?.name ?? node.kind;
  }

  private settle(): void {
    this.byId = new Map();
    const visit = (parent: Tree, depth: number): void => {
      for (const node of parent.inner) {
        this.byId.set(node.id, { node, parent, depth });
        visit(node, depth + 1);
      }
    };
    visit(this.root, 1);
  }
}

/** What is on its way: blocks of the page, or a new one of a kind. */
export interface Dragged {
  ids: string[];
  kind: string;
}
