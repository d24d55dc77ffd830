namespace AutoPortal.Kernel.Scopes;

/// <summary>The person at work, as use cases ask about them.</summary>
public sealed class CurrentUser(CurrentScope scope)
{
    /// <summary>The account; empty for consumers and work of the house.</summary>
    public Guid Id => scope.UserId ?? Guid.Empty;

    /// <summary>The name to show.</summary>
    public string Name => scope.IsEntered ? scope.Facts.UserName : "";

    /// <summary>Whether a person is signed in.</summary>
    public bool IsPerson => scope.UserId is not null;

    /// <summary>Whether the permission was granted.</summary>
    public bool May(string permission) => scope.May(permission);
}
