using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Imports.Desk;

/// <summary>A run with its counts, as its screen shows it.</summary>
internal sealed record ImportView(ImportRun Run, IImportKind Kind, ImportTally Checked, ImportTally Written)
{
    /// <summary>The counts that matter now: of the check before the writing, else of what was written.</summary>
    public ImportTally Tally => IsPreview ? Checked : Written;

    public bool IsPreview => Run.IsBeforeWriting || (Run.State is ImportState.Failed && Written.Rows == 0);

    /// <summary>Rows that would write something, or did.</summary>
    public int Writing => Tally.Writing;

    /// <summary>Cells changed on both sides write too, once the person says so.</summary>
    public bool CanWrite => Writing > 0 || Checked.Conflicts > 0;

    /// <summary>Whether there is something that could be taken back.</summary>
    public bool CanUndo => Written.Rows > 0 && Run.State is ImportState.Applied or ImportState.Stopped or ImportState.Failed && Writing > 0;

    /// <summary>Columns of a file that was exported here which never come back: an edit in them would be waited for in vain.</summary>
    public IReadOnlyList<string> NeverRead => Run.Headings.Contains(ImportRows.StampHeading) ? ImportRows.LeftOut(Run.Headings, Run.Columns) : [];

    public bool HasErrors => Tally.Of(RowOutcome.Refused) > 0;

    /// <summary>Which of the four steps the person is at, from 0; 4 when all are done.</summary>
    public int Step => Run.State switch
    {
        ImportState.Uploaded or ImportState.Dropped => 1,
        ImportState.Checking or ImportState.Checked => 2,
        ImportState.Failed => IsPreview ? 2 : 3,
        ImportState.Applying or ImportState.Stopped => 3,
        _ => 4,
    };
}
