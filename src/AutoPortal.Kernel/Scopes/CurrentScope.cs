namespace AutoPortal.Kernel.Scopes;

/// <summary>The scope of the running request, circuit or job. Entered once at the edge; everything below only reads it.</summary>
public sealed class CurrentScope
{
    private ScopeFacts? _facts;
    private bool _isClosed;

    /// <summary>Whether a scope was entered.</summary>
    public bool IsEntered => _facts is not null;

    /// <summary>What was entered.</summary>
    /// <exception cref="InvalidOperationException">Nothing was entered yet.</exception>
    public ScopeFacts Facts => _facts ?? throw new InvalidOperationException("No scope was entered: requests, circuits and jobs enter one at their edge.");

    /// <summary>The tenant, or the empty id where no scope was entered, which matches no row.</summary>
    public Guid TenantId => _facts?.TenantId ?? Guid.Empty;

    /// <summary>The tenant's path segment, or empty.</summary>
    public string TenantIdentifier => _facts?.TenantIdentifier ?? "";

    /// <summary>How far is seen.</summary>
    public Reach Reach => _facts?.Reach ?? Reach.None;

    /// <summary>The account, where a person works.</summary>
    public Guid? UserId => _facts?.UserId;

    /// <summary>The dealers that are seen when <see cref="SeesAllDealers"/> is false.</summary>
    public IReadOnlyList<Guid> DealerIds => _facts?.DealerIds ?? [];

    /// <summary>Whether rows of every dealer, and of none, are seen.</summary>
    public bool SeesAllDealers => Reach is Reach.Consumer or Reach.System or Reach.Tenant;

    /// <summary>Whether only the person's own rows are seen.</summary>
    public bool SeesOwnOnly => Reach is Reach.Own;

    /// <summary>Whether the permission was granted; work of the house may everything, consumers nothing.</summary>
    public bool May(string permission)
        => Reach is Reach.System || (_facts?.Permissions.Contains(permission) ?? false);

    /// <summary>Fixes the scope.</summary>
    /// <exception cref="InvalidOperationException">Another scope was entered before: switching means a new request or circuit.</exception>
    public void Enter(ScopeFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.TenantId == Guid.Empty)
        {
            throw new ArgumentException("A scope needs a tenant.", nameof(facts));
        }

        if (_isClosed || (_facts is not null && _facts != facts))
        {
            throw new InvalidOperationException("A scope is fixed for life: switching writes the cookie and reloads.");
        }

        _facts = facts;
    }

    /// <summary>Ends the scope of an open circuit whose sign-in was revoked: from now on nothing is seen, nothing is allowed, and nothing can be entered.</summary>
    public void Close()
    {
        _isClosed = true;
        _facts = null;
    }
}
