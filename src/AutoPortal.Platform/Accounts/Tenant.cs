namespace AutoPortal.Platform.Accounts;

/// <summary>A car maker, dealer group or partner.</summary>
internal sealed class Tenant(Guid id, string identifier, string name, TenantKind kind, string accentColor, DateTimeOffset createdAt)
{
    public const string DefaultAccent = "#1F5EFF";

    public Guid Id { get; private set; } = id;

    /// <summary>Path segment and host name part.</summary>
    public string Identifier { get; private set; } = identifier;

    public string Name { get; private set; } = name;

    public TenantKind Kind { get; private set; } = kind;

    public string AccentColor { get; private set; } = accentColor;

    public bool IsSuspended { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;

    public void Suspend() => IsSuspended = true;

    public void Resume() => IsSuspended = false;
}

/// <summary>Source: domain language §1.</summary>
internal enum TenantKind
{
    Oem,
    DealerGroup,
    Partner,
}
