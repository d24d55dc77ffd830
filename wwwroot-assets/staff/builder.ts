import { Builder, Options } from './builder/screen';
import { Result, showResults } from './builder/results';
import { showRichText } from './builder/rich-text';

let open: Builder | undefined;

// Called by the screen's component by name, as the rest of the portal's script is.
Object.assign(window, {
  autoportalBuilder: {
    async open(root: HTMLElement, dotnet: DotNetObject, options: Options): Promise<void> {
      open?.close();
      open = new Builder(root, dotnet, options);
      await open.load();
    },
    patch: (patch: never) => open?.hear(patch),
    peers: (peers: never) => open?.showPeers(peers),
    choose: (ids: string[]) => open?.choose(ids),
    put: (kind: string) => open?.putKind(kind),
    act: (act: string) => open?.act(act),
    saving: (isSaving: boolean) => open?.inspectorIsSaving(isSaving),
    rich: showRichText,
    results: (results: Result[]) => showResults(document.querySelector<HTMLElement>('.builder [data-part=canvas]'), results),
    close: () => {
      open?.close();
      open = undefined;
    },
  },
});

export interface DotNetObject {
  invokeMethodAsync<T>(name: string, ...args: unknown[]): Promise<T>;
}
