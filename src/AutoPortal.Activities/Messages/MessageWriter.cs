using System.Globalization;
using System.Text.Json;
using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps;
using AutoPortal.Channels.Contracts;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.Messages;

/// <summary>Something to tell a person about a sign-up.</summary>
/// <param name="Kind">Resource key behind <c>message.</c>, at most 40 characters.</param>
/// <param name="Key">The same key is sent once.</param>
/// <param name="Offer">The offer it is about, or null.</param>
internal sealed record Telling(SignUp SignUp, Activity Activity, ActivitySession? Session, string Kind, string Key, WaitingOffer? Offer = null);

/// <summary>Writes and sends messages about sign-ups. They serve the sign-up itself, so they go by the consent <c>service</c> and to nobody who did not give it.</summary>
internal sealed class MessageWriter(IMessageSender sender, ITenantDirectory tenants, PhoneVault vault, CurrentScope scope, IStringLocalizer<ActivitiesTexts> text, IOptions<ActivitiesOptions> options, TimeProvider clock)
{
    public const string Sent = "sent";
    public const string NoConsent = "no_consent";

    /// <returns>What was told and how it ended, to be kept.</returns>
    public async Task<SignUpMessage> TellAsync(Telling telling, CancellationToken ct)
    {
        var outcome = IsAllowed(telling.SignUp) ? await SendAsync(telling, ct) : NoConsent;
        return new(Ids.New(clock), telling.SignUp.Id, telling.Kind, outcome, clock.GetUtcNow());
    }

    private static bool IsAllowed(SignUp signUp)
        => (JsonSerializer.Deserialize<List<ConsentGiven>>(signUp.Consents, JsonSerializerOptions.Web) ?? []).Exists(c => c.Purpose == ConsentPurposes.Service);

    private async Task<string> SendAsync(Telling telling, CancellationToken ct)
    {
        var tenant = await tenants.FindAsync(scope.TenantId, ct) ?? throw new InvalidOperationException($"Tenant {scope.TenantId} is gone.");
        var phone = vault.Open(scope.TenantId, telling.SignUp.PhoneSealed);
        var sent = await sender.SendAsync(new(MessageChannels.Sms, phone, "", Words(telling, tenant)), telling.Key, ct);
        return sent.IsOk ? Sent : sent.Refusal.Code;
    }

    // Whoever signed up has no language of their own here: Chinese, whatever the job's thread speaks.
    private string Words(Telling t, TenantFacts tenant)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(PageLanguages.Chinese);
        try
        {
            var when = t.Session is { } session ? SessionWords.Of(session.StartsAt, session.EndsAt) : "";
            var link = t.Offer is { } offer ? $"/{tenant.Identifier}/o/{OfferLinks.Of(vault, scope.TenantId, offer.Id)}" : $"/{tenant.Identifier}/me";
            var until = t.Offer is { } held ? ShanghaiTime.Of(held.ExpiresAt).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture) : "";
            return text[$"message.{t.Kind}", tenant.Name, t.Activity.TitleZh, when, SignUpNumber.Of(t.SignUp.Id), options.Value.PublicOrigin.TrimEnd('/') + link, until];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
