using AutoPortal.Kernel.Data;

namespace AutoPortal.Customers.Domain;

/// <summary>An event that a tenant declared beyond those that the house knows. It is added and never changed: other fields are another version.</summary>
[AppendOnly]
internal sealed class EventSchema : TenantEntity
{
    private EventSchema()
    {
    }

    internal EventSchema(Guid id, string name, short version, string fields, DateTimeOffset at)
    {
        Id = id;
        Name = name;
        Version = version;
        Fields = fields;
        DeclaredAt = at;
    }

    public string Name { get; private set; } = "";

    public short Version { get; private set; }

    /// <summary>JSON array of <c>EventField</c>.</summary>
    public string Fields { get; private set; } = "[]";

    public DateTimeOffset DeclaredAt { get; private set; }
}
