using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Edit;

/// <summary>What the form starts from.</summary>
/// <param name="Draft">The fields.</param>
/// <param name="State">Stored word; <c>draft</c> for a new one.</param>
/// <param name="Version">Of the row that was read; 0 for a new one.</param>
public sealed record DraftRead(ActivityDraft Draft, string State, int Version);

/// <summary>Makes fresh drafts with defaults that work, and reads stored activities into drafts.</summary>
internal sealed class Drafts(IDbContextFactory<ActivitiesDb> dbs, KindCatalog kinds, IOrganisation organisation, CurrentScope scope, TimeProvider clock)
{
    /// <summary>A week to prepare, two weeks of sign-up, a weekend of two sessions: the most common shape.</summary>
    public async Task<DraftRead?> FreshAsync(string? code, CancellationToken ct)
    {
        if (kinds.Find(code) is not { } kind || (await organisation.TreeAsync(ct)).Brands is not [var brand, ..])
        {
            return null;
        }

        var today = ShanghaiTime.DateOf(clock.GetUtcNow());
        var saturday = today.AddDays(21 + ((6 - (int)today.DayOfWeek + 7) % 7));
        var draft = new ActivityDraft
        {
            Kind = kind.Code,
            BrandId = brand.Id,
            Slug = $"{kind.Code.Replace('_', '-')}-{today:MMdd}",
            Settings = kind.Fresh(),
            SignUpFrom = today.AddDays(7).ToDateTime(new(9, 0)),
            SignUpUntil = saturday.AddDays(-1).ToDateTime(new(18, 0)),
            RunsFrom = saturday.ToDateTime(new(9, 0)),
            RunsUntil = saturday.AddDays(1).ToDateTime(new(18, 0)),
            Fields = [.. kind.Fields],
        };
        if (!scope.SeesAllDealers)
        {
            draft.Scope = ActivityScopes.DealerOwn;
            draft.Dealers.UnionWith(scope.DealerIds);
        }

        if (kind.Uses(KindParts.Redeem))
        {
            (draft.RedeemsFrom, draft.RedeemsUntil) = (draft.RunsFrom, draft.RunsUntil?.AddDays(30));
        }

        if (kind.Uses(KindParts.Sessions))
        {
            draft.Sessions.Add(new() { On = saturday });
            draft.Sessions.Add(new() { On = saturday, From = new(14, 0), Until = new(16, 0) });
        }

        return new(Filled(draft), StateWord.Of(ActivityState.Draft), 0);
    }

    /// <summary>A stored activity; null where there is none within reach.</summary>
    public async Task<DraftRead?> ReadAsync(Guid activityId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } a || !ActivityReach.Sees(scope, a))
        {
            return null;
        }

        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ActivityId == activityId).OrderBy(s => s.StartsAt).ToListAsync(ct);
        var quotas = (await db.Quotas.AsNoTracking().Where(q => q.ActivityId == activityId && q.DealerId != null).ToListAsync(ct)).ToLookup(q => q.SessionId);
        var draft = Read(a, kinds.Get(a.Type), quotas.Count > 0);
        foreach (var s in sessions)
        {
            var (start, end) = (ShanghaiTime.Of(s.StartsAt), ShanghaiTime.Of(s.EndsAt));
            draft.Sessions.Add(new() { Id = s.Id, On = DateOnly.FromDateTime(start.DateTime), From = TimeOnly.FromDateTime(start.DateTime), Until = TimeOnly.FromDateTime(end.DateTime), Capacity = s.Capacity, Own = quotas[s.Id].Where(q => q.Capacity != s.Capacity).ToDictionary(q => q.DealerId!.Value, q => (int?)q.Capacity) });
        }

        return new(Filled(draft), StateWord.Of(a.State), a.Version);
    }

    private ActivityDraft Read(Activity a, ActivityKind kind, bool perDealer) => new()
    {
        Kind = a.Type,
        BrandId = a.BrandId,
        Slug = a.Slug,
        TitleZh = a.TitleZh,
        TitleEn = a.TitleEn,
        VenueZh = a.VenueZh,
        VenueEn = a.VenueEn,
        Scope = a.Scope,
        Cities = [.. a.Cities],
        Dealers = [.. a.DealerIds],
        Series = [.. a.SeriesCodes],
        SignUpFrom = ActivityDraft.Clock(a.SignUpFrom),
        SignUpUntil = ActivityDraft.Clock(a.SignUpUntil),
        RunsFrom = ActivityDraft.Clock(a.RunsFrom),
        RunsUntil = ActivityDraft.Clock(a.RunsUntil),
        RedeemsFrom = ActivityDraft.Clock(a.RedeemsFrom),
        RedeemsUntil = ActivityDraft.Clock(a.RedeemsUntil),
        Owners = a.Audience.Owners,
        Known = a.Audience.Known,
        AudienceCities = [.. a.Audience.Cities],
        Quota = a.Quota,
        Oversell = a.OversellPercent,
        HasWaitingList = a.HasWaitingList,
        OfferHours = a.OfferHours,
        ConfirmsByHand = a.ConfirmsByHand,
        MostOfKind = a.MostOfKind,
        IsQuotaPerDealer = perDealer,
        Fields = [.. a.Fields],
        RewardZh = a.Wording.Reward.Zh,
        RewardEn = a.Wording.Reward.En ?? "",
        RulesZh = a.Wording.Rules.Zh,
        RulesEn = a.Wording.Rules.En ?? "",
        ThanksZh = a.Wording.Thanks.Zh,
        ThanksEn = a.Wording.Thanks.En ?? "",
        Settings = kinds.Read(kind, a.Settings),
    };

    // All lines are there from the start: only fields that exist can be given back after the connection was lost.
    private static ActivityDraft Filled(ActivityDraft draft)
    {
        while (draft.Sessions.Count < ActivityDraft.MostSessions)
        {
            draft.Sessions.Add(new());
        }

        return draft;
    }
}
