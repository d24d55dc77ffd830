using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Domain;
using AutoPortal.Ui.Looks;

namespace AutoPortal.Platform.Imports.Desk;

/// <summary>Words and colours of states and outcomes.</summary>
internal static class ImportStates
{
    public static string Word(ImportState state) => SnakeCaseNames.Of(state.ToString());

    public static string Key(ImportState state) => "import_state." + Word(state);

    public static string Key(RowOutcome outcome) => "import_outcome." + Word(outcome);

    public static string Word(RowOutcome outcome) => SnakeCaseNames.Of(outcome.ToString());

    public static Tone ToneOf(ImportState state) => state switch
    {
        ImportState.Checking or ImportState.Applying or ImportState.Undoing => Tone.Note,
        ImportState.Uploaded or ImportState.Checked => Tone.Accent,
        ImportState.Applied => Tone.Good,
        ImportState.Stopped => Tone.Warning,
        ImportState.Failed => Tone.Bad,
        _ => Tone.Calm,
    };

    public static Tone ToneOf(RowOutcome outcome) => outcome switch
    {
        RowOutcome.Created => Tone.Good,
        RowOutcome.Updated => Tone.Note,
        RowOutcome.Refused => Tone.Bad,
        _ => Tone.Calm,
    };
}
