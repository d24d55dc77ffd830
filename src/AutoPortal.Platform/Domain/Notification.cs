using AutoPortal.Kernel.Data;

namespace AutoPortal.Platform.Domain;

/// <summary>A notice in a person's bell. Its words are made when it is read, in the reader's language.</summary>
[NotAudited]
internal sealed class Notification : TenantEntity
{
    public Notification(Guid id, Guid accountId, string key, string code, List<string> values, string href, DateTimeOffset createdAt)
    {
        Id = id;
        AccountId = accountId;
        Key = key;
        Code = code;
        Values = values;
        Href = href;
        CreatedAt = createdAt;
    }

    public Guid AccountId { get; private set; }

    /// <summary>The sender's key, unique for the person.</summary>
    public string Key { get; private set; }

    public string Code { get; private set; }

    public List<string> Values { get; private set; }

    public string Href { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ReadAt { get; private set; }
}
