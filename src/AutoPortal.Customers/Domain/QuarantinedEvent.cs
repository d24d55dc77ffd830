using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>An event that does not fit what was declared: kept with the reason, so that nothing is lost silently, and taken in once a schema allows it.</summary>
[NotAudited]
internal sealed class QuarantinedEvent : TenantEntity
{
    /// <summary>Stored word, such as <c>undeclared_event</c>.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Which field it is about; empty where it is the whole.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>The event's name, as far as it was one.</summary>
    public string Name { get; private set; } = "";

    public short SchemaVersion { get; private set; }

    /// <summary>The event as JSON with everything that its batch said about it; digits that could be a number of a person are struck out.</summary>
    public string Payload { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }
}
