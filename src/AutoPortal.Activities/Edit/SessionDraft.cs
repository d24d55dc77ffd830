namespace AutoPortal.Activities.Edit;

/// <summary>A session in the form; times are those of a clock in Shanghai.</summary>
public sealed class SessionDraft
{
    /// <summary>The stored session; null for a new one.</summary>
    public Guid? Id { get; set; }

    /// <summary>The day; empty lines of the form have none.</summary>
    public DateOnly? On { get; set; }

    /// <summary>From.</summary>
    public TimeOnly From { get; set; } = new(9, 30);

    /// <summary>Until, on the same day.</summary>
    public TimeOnly Until { get; set; } = new(11, 30);

    /// <summary>Places: in all, or at each dealer.</summary>
    public int? Capacity { get; set; } = 20;

    /// <summary>Places of single dealers that have another number than <see cref="Capacity"/>, where each has its own.</summary>
    public Dictionary<Guid, int?> Own { get; init; } = [];

    /// <summary>Whether anything was written.</summary>
    public bool IsUsed => On is not null || Id is not null;

    /// <summary>Places of a pool: a dealer's own, or what all have.</summary>
    public int CapacityOf(Guid? dealerId) => (dealerId is { } dealer && Own.TryGetValue(dealer, out var own) ? own : Capacity) ?? 0;
}
