using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Channels.Contracts;

/// <summary>Six-digit codes that prove that somebody holds a phone, for the running scope's tenant.</summary>
public interface IPhoneCodes
{
    /// <summary>Sends a fresh code; it replaces the one before it for the same phone and purpose.</summary>
    /// <param name="phone">Normalised.</param>
    /// <param name="purpose">What the code is good for, such as <c>activity:{id}</c>; it is refused for anything else.</param>
    /// <param name="clientKey">Who asks, such as a network address: one of the counted limits.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>
    /// When the person may ask again, or one of <see cref="PhoneCodeRefusals"/>; those that say when carry the whole seconds to wait as first detail.
    /// </returns>
    Task<Outcome<PhoneCodeSent>> SendAsync(string phone, string purpose, string clientKey, CancellationToken ct);

    /// <summary>Checks a code. The right one may be shown again while it lives, so that a caller that died in between can try once more.</summary>
    /// <returns>Fine, or <see cref="PhoneCodeRefusals.Wrong"/> (first detail: guesses left) or <see cref="PhoneCodeRefusals.Expired"/>.</returns>
    Task<Outcome> VerifyAsync(string phone, string purpose, string code, CancellationToken ct);
}

/// <summary>A code is on its way.</summary>
/// <param name="ResendAfter">How long until another may be asked for.</param>
/// <param name="GoodFor">How long the code lives.</param>
public sealed record PhoneCodeSent(TimeSpan ResendAfter, TimeSpan GoodFor);

/// <summary>Codes of what can go wrong with phone codes.</summary>
public static class PhoneCodeRefusals
{
    /// <summary>No digits match; the guess was counted.</summary>
    public const string Wrong = "channels.code_is_wrong";

    /// <summary>None is alive: never sent, too old, replaced, or dead after too many guesses.</summary>
    public const string Expired = "channels.code_has_expired";

    /// <summary>Asked again too soon.</summary>
    public const string TooSoon = "channels.code_asked_too_soon";

    /// <summary>This phone was sent too many within the hour or day.</summary>
    public const string TooManyForPhone = "channels.code_limit_of_phone";

    /// <summary>This network address asked too often within the hour.</summary>
    public const string TooManyFromClient = "channels.code_limit_of_client";

    /// <summary>The tenant's budget of the minute or day is used up.</summary>
    public const string TooManyForTenant = "channels.code_limit_of_tenant";
}
