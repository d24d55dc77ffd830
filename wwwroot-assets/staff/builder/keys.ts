import { Model, rootId, Tree } from './model';

/** The block that an arrow leads to from another, or undefined where there is none. */
export function neighbour(model: Model, from: string, key: string): string | undefined {
  const all = [rootId, ...model.all().map(node => node.id)];
  const at = all.indexOf(from);
  switch (key) {
    case 'ArrowDown': return all[at + 1];
    case 'ArrowUp': return all[at - 1];
    case 'ArrowLeft': return model.parent(from)?.id;
    case 'ArrowRight': return model.find(from)?.inner[0]?.id;
    case 'Home': return all[0];
    case 'End': return all.at(-1);
    default: return undefined;
  }
}

export interface Step {
  parent: string;
  index: number;
}

/** Where a block goes by one step up, down, out or in; undefined where it cannot. The index counts among the children as they stand now. */
export function step(model: Model, id: string, key: string): Step | undefined {
  const place = model.place(id);
  const parent = place && model.find(place.parent);
  if (!place || !parent) {
    return undefined;
  }

  const what = { ids: [id], kind: '' };
  switch (key) {
    case 'ArrowUp': return place.index > 0 ? { parent: parent.id, index: place.index - 1 } : undefined;
    case 'ArrowDown': return place.index < parent.inner.length - 1 ? { parent: parent.id, index: place.index + 2 } : undefined;
    case 'ArrowLeft': return out(model, parent, what);
    case 'ArrowRight': return into(model, parent.inner[place.index - 1], what);
    default: return undefined;
  }
}

// Out of what it stands in; past parts such as a column, in which it could not stay.
function out(model: Model, from: Tree, what: { ids: string[]; kind: string }): Step | undefined {
  for (let at: Tree | undefined = from; at && at.id !== rootId; at = model.parent(at.id)) {
    const above = model.place(at.id);
    if (above && model.maySettle(what, above.parent)) {
      return { parent: above.parent, index: above.index + 1 };
    }
  }

  return undefined;
}

// Into the block before it, or into the last part of that one that takes it.
function into(model: Model, before: Tree | undefined, what: { ids: string[]; kind: string }): Step | undefined {
  if (!before) {
    return undefined;
  }

  if (model.maySettle(what, before.id)) {
    return { parent: before.id, index: before.inner.length };
  }

  return into(model, before.inner.at(-1), what);
}
