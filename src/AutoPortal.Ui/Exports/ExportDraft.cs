namespace AutoPortal.Ui.Exports;

/// <summary>What a person is choosing in the export dialog, and what it means.</summary>
public sealed class ExportDraft
{
    private readonly HashSet<string> _chosen;

    /// <summary>Begins with what stands on the screen.</summary>
    public ExportDraft(ExportOffer offer)
    {
        Offer = offer;
        _chosen = [.. offer.Columns.Where(c => c.IsShown || c.IsFixed).Select(c => c.Code)];
    }

    /// <summary>What the desk offered.</summary>
    public ExportOffer Offer { get; }

    /// <summary>A text file instead of a workbook.</summary>
    public bool IsCsv { get; set; }

    /// <summary>Masked columns in full; means nothing where none is chosen.</summary>
    public bool WantsInFull { get; set; }

    /// <summary>What it is for.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether a chosen column tells of natural persons: then a reason is needed.</summary>
    public bool IsPersonal => Chosen.Any(c => c.IsPersonal);

    /// <summary>Whether a chosen column goes masked.</summary>
    public bool IsMasked => Chosen.Any(c => c.IsMasked);

    /// <summary>Whether masked columns go in full.</summary>
    public bool IsRevealed => Offer.MayReveal && WantsInFull && IsMasked;

    /// <summary>Whether somebody must approve it first.</summary>
    public bool Waits => IsPersonal && (IsRevealed || Offer.Rows is null || Offer.Rows > Offer.RowsLeft);

    /// <summary>Whether it can be ordered.</summary>
    public bool IsComplete => !IsPersonal || !string.IsNullOrWhiteSpace(Reason);

    /// <summary>The order.</summary>
    public ExportWish Wish => new([.. Chosen.Select(c => c.Code)], IsCsv, IsRevealed, Reason?.Trim() ?? "");

    private IEnumerable<ExportChoice> Chosen => Offer.Columns.Where(c => _chosen.Contains(c.Code));

    /// <summary>Whether a column goes.</summary>
    public bool Has(ExportChoice column) => _chosen.Contains(column.Code);

    /// <summary>Takes a column, or leaves it.</summary>
    public void Choose(ExportChoice column, bool isOn)
    {
        if (isOn || column.IsFixed)
        {
            _chosen.Add(column.Code);
        }
        else
        {
            _chosen.Remove(column.Code);
        }
    }
}
