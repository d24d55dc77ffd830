using AutoPortal.Pages.Builder.Edits;

namespace AutoPortal.Pages.Builder.Session;

/// <summary>What a screen does with a draft.</summary>
internal sealed record DraftActs(ReadDraft Read, EditPage Edit, UndoPageEdit Undo, RedoPageEdit Redo);
