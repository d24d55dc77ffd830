using System.Globalization;
using AutoPortal.Kernel.Time;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Ui.Grid;

/// <summary>A column of a <see cref="DataGrid{TItem}"/>. The first one names the thing and opens it.</summary>
public sealed class Column<TItem> : ComponentBase, IDisposable
{
    /// <summary>The list it belongs to.</summary>
    [CascadingParameter] public DataGrid<TItem> Grid { get; set; } = null!;

    /// <summary>Heading, in the person's language.</summary>
    [Parameter] public string Title { get; set; } = "";

    /// <summary>The value; shown as text where there is no <see cref="Cell"/>.</summary>
    [Parameter] public Func<TItem, object?>? For { get; set; }

    /// <summary>How the cell looks, where text is not enough.</summary>
    [Parameter] public RenderFragment<TItem>? Cell { get; set; }

    /// <summary>The name that the server sorts by; null where it cannot.</summary>
    [Parameter] public string? Sort { get; set; }

    /// <summary>Stands for the column in the remembered choice and in exports; defaults to <see cref="Sort"/>, then to the title.</summary>
    [Parameter] public string? Name { get; set; }

    /// <summary>Says a moment in relation to now.</summary>
    [Parameter] public bool Ago { get; set; }

    /// <summary>Lines figures up on the right.</summary>
    [Parameter] public bool AlignEnd { get; set; }

    /// <summary>Hidden until the person chooses it.</summary>
    [Parameter] public bool Optional { get; set; }

    internal string Key => Name ?? Sort ?? Title;

    /// <inheritdoc/>
    public void Dispose() => Grid.Remove(this);

    internal string TextOf(TItem item) => For?.Invoke(item) switch
    {
        null or "" => "—",
        string text => text,
        DateTimeOffset at => ShanghaiTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        DateOnly on => on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        int or long => string.Format(CultureInfo.CurrentCulture, "{0:N0}", For(item)),
        IFormattable value => value.ToString(null, CultureInfo.CurrentCulture),
        { } value => value.ToString() ?? "—",
    };

    /// <inheritdoc/>
    protected override void OnInitialized() => Grid.Add(this);
}
