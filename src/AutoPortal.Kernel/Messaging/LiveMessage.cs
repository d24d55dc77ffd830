namespace AutoPortal.Kernel.Messaging;

/// <summary>A word to open screens of one tenant; carries ids, never personal data.</summary>
/// <param name="TenantId">Whose screens.</param>
/// <param name="Topic">Such as <c>user:{id}</c>.</param>
/// <param name="Payload">What the topic's listeners expect.</param>
public sealed record LiveMessage(Guid TenantId, string Topic, string Payload)
{
    /// <summary>Payload that tells a listener that words may have been missed: read anew.</summary>
    public const string Resync = "resync";
}

/// <summary>Brings words of every node to the open screens of this one, over LISTEN/NOTIFY.</summary>
public interface ILiveBus
{
    /// <summary>Calls <paramref name="listener"/> for each word on the topic until the subscription is disposed. Words may come on any thread, but in the culture of whoever subscribed.</summary>
    IDisposable Subscribe(Guid tenantId, string topic, Func<string, Task> listener);

    /// <summary>Calls <paramref name="listener"/> for words of all tenants on the topic; for caches.</summary>
    IDisposable SubscribeAll(string topic, Func<LiveMessage, Task> listener);

    /// <summary>Sends a word to every node, this one included.</summary>
    void Publish(LiveMessage message);
}
