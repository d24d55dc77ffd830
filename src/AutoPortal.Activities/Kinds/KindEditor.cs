using AutoPortal.Activities.Domain;
using Microsoft.AspNetCore.Components;

namespace AutoPortal.Activities.Kinds;

/// <summary>Edits what a kind has of its own, inside the form of an activity.</summary>
public abstract class KindEditor<TSettings> : ComponentBase
    where TSettings : KindSettings
{
    /// <summary>What is edited; changed in place.</summary>
    [Parameter, EditorRequired] public KindSettings Settings { get; set; } = null!;

    /// <summary>Words of what is wrong, by field.</summary>
    [Parameter] public IReadOnlyDictionary<string, string> Wrong { get; set; } = new Dictionary<string, string>();

    /// <summary>People can see the activity already: nothing here may change.</summary>
    [Parameter] public bool IsFixed { get; set; }

    /// <summary>The kind's own class.</summary>
    protected TSettings Own => (TSettings)Settings;

    /// <summary>The words beside a field, or null.</summary>
    protected string? Error(string field) => Wrong.GetValueOrDefault(field);
}
