namespace AutoPortal.Platform.Accounts;

/// <summary>A key of the key ring that all nodes share.</summary>
internal sealed class DataProtectionKey(Guid id, string friendlyName, string xml, DateTimeOffset createdAt)
{
    public Guid Id { get; private set; } = id;

    public string FriendlyName { get; private set; } = friendlyName;

    public string Xml { get; private set; } = xml;

    public DateTimeOffset CreatedAt { get; private set; } = createdAt;
}
