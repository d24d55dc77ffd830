using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Channels.Contracts;

/// <summary>Sends one message to one person, in the name of the running scope's tenant.</summary>
public interface IMessageSender
{
    /// <summary>Hands the message to the channel.</summary>
    /// <param name="message">What goes to whom.</param>
    /// <param name="idempotencyKey">The caller's key, at most 100 characters: a second send with it is answered as done and sends nothing.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Done, or why the channel refused.</returns>
    Task<Outcome> SendAsync(OutgoingMessage message, string idempotencyKey, CancellationToken ct);
}

/// <summary>One message on its way out.</summary>
/// <param name="Channel">One of <see cref="MessageChannels"/>.</param>
/// <param name="Recipient">A normalised phone number or an e-mail address; never logged and stored sealed only.</param>
/// <param name="Subject">Of an e-mail; empty else.</param>
/// <param name="Text">What the person reads.</param>
public sealed record OutgoingMessage(string Channel, string Recipient, string Subject, string Text);

/// <summary>Stored words of the channels a message can take.</summary>
public static class MessageChannels
{
    /// <summary>Text message to a phone.</summary>
    public const string Sms = "sms";

    /// <summary>E-mail.</summary>
    public const string Email = "email";
}
