using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.SignUps.Public;
using AutoPortal.Channels.Contracts;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;
using AutoPortal.Pages.Contracts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.Consumer;

/// <summary>What the consumer's own pages need of a request: who looks, in which language, and what was posted.</summary>
internal sealed class ConsumerDesk(
    CurrentScope scope,
    ConsumerPass pass,
    ConsumerDrawing drawing,
    IPublicLooks looks,
    ConsumerQueries queries,
    IPersonDirectory people,
    PostLimits limits,
    IOptions<ActivitiesOptions> options,
    IStringLocalizer<ActivitiesTexts> text)
{
    public ConsumerSession? Who(HttpContext http) => pass.Read(http, scope);

    public ConsumerFrame Frame(HttpContext http, ConsumerSession? who)
    {
        var tenant = PublicTenant.Of(http);
        return new(tenant.Identifier, tenant.Name, PostedForm.SpeakItsLanguage(http), looks.Of(tenant), who?.PhoneMask, who is null ? "" : pass.Token(who));
    }

    public void SignIn(HttpContext http, string phone, PhoneVault vault, DateTimeOffset now)
        => pass.SignIn(http, scope, new(scope.TenantId, vault.Hash(scope.TenantId, phone), PhoneVault.Mask(phone), Ids.New(now)));

    public void SignOut(HttpContext http) => ConsumerPass.SignOut(http, scope);

    public string Say(Refusal refusal) => text[refusal.Code, refusal.Details];

    public string Say(string key) => text[key];

    /// <summary>The list as a person, or a stranger, sees it.</summary>
    public async Task<byte[]> ListAsync(HttpContext http, ConsumerSession? who, string? city, IReadOnlyList<string> cities, CancellationToken ct)
    {
        var frame = Frame(http, who);
        var person = who is null ? null : await people.FindByPhoneAsync(who.PhoneHash, ct);
        var shown = await queries.ListAsync(frame, person, city ?? person?.City, who?.PhoneHash, ct);
        return await drawing.DrawAsync<ShownListView>(frame.Language, new ShownList(frame, city ?? person?.City, cities, shown));
    }

    /// <summary>The person's own page; for strangers the way to sign in.</summary>
    public async Task<IResult> MineAsync(HttpContext http, ConsumerSession? who, int status, Func<MinePage, MinePage>? with, CancellationToken ct)
    {
        var frame = Frame(http, who);
        var page = new MinePage(frame, who is null ? [] : await queries.MineAsync(frame, who.PhoneHash, ct), "", null, false, null, null);
        return ConsumerDrawing.Answer(http, await drawing.DrawAsync<MineView>(frame.Language, with is null ? page : with(page)), isPersonal: true, status);
    }

    /// <summary>What was posted, or why it is not taken.</summary>
    public async Task<(IReadOnlyDictionary<string, string> Typed, Refusal? Refusal)> ReadAsync(HttpContext http, CancellationToken ct)
    {
        PostedForm.SpeakItsLanguage(http);
        var fields = await PostedBody.ReadAsync(http.Request, options.Value.PostBytes, ct);
        var refusal = PublicRequest.IsForeign(http.Request) ? ActivityRefusals.ForeignPost
            : !limits.Count(scope.TenantId, PublicRequest.ClientKey(http)) ? ActivityRefusals.TooManyPosts
            : fields.Refusal;
        return (fields.Typed, refusal);
    }

    /// <summary>Whether the post comes from a form that we drew for this very session.</summary>
    public bool IsGenuine(ConsumerSession who, IReadOnlyDictionary<string, string> typed) => pass.IsGenuine(who, typed.GetValueOrDefault("token"));
}
