using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Edit;

/// <summary>Writes sessions and their quotas as the form has them, and the activity's quota as their sum.</summary>
internal sealed class SessionPlan(ActivityOffer offer, TimeProvider clock)
{
    /// <summary>What of the sessions may no longer be changed, because people can see them.</summary>
    public async Task<IReadOnlyList<FieldError>> CheckFixedAsync(ActivitiesDb db, Activity activity, ActivityDraft draft, CancellationToken ct)
    {
        var stored = await db.Sessions.Where(s => s.ActivityId == activity.Id).ToListAsync(ct);
        var quotas = (await db.Quotas.Where(q => q.ActivityId == activity.Id && q.DealerId != null).ToListAsync(ct)).ToLookup(q => q.SessionId);
        var errors = new List<FieldError>();
        if (stored.Count > 0 && draft.IsQuotaPerDealer != quotas.Count > 0)
        {
            errors.Add(new(PlanFields.Sessions, ActivityRefusals.FixedNow));
        }

        if (stored.Count == 0 && draft.Used.Any())
        {
            errors.Add(new(PlanFields.Sessions, ActivityRefusals.FixedNow));
        }

        foreach (var session in stored)
        {
            if (draft.Used.FirstOrDefault(s => s.Id == session.Id) is not { } line)
            {
                errors.Add(new(PlanFields.Sessions, ActivityRefusals.FixedNow));
            }
            else if (StartOf(line) != session.StartsAt || EndOf(line) < session.EndsAt)
            {
                errors.Add(new(DraftCheck.SessionField(draft, line), ActivityRefusals.FixedNow));
            }
            else if (line.Capacity < session.Capacity)
            {
                errors.Add(new(DraftCheck.SessionField(draft, line), ActivityRefusals.OnlyMore));
            }
            else if (quotas[session.Id].Any(q => line.CapacityOf(q.DealerId) < q.Capacity))
            {
                errors.Add(new(DraftCheck.OwnField(draft, line), ActivityRefusals.OnlyMore));
            }
        }

        return errors;
    }

    public async Task WriteAsync(ActivitiesDb db, Activity activity, ActivityKind kind, ActivityDraft draft, bool isFixed, CancellationToken ct)
    {
        var stored = await db.Sessions.Where(s => s.ActivityId == activity.Id).ToListAsync(ct);
        var quotas = await db.Quotas.Where(q => q.ActivityId == activity.Id).ToListAsync(ct);
        var lines = kind.Uses(KindParts.Sessions) ? draft.Used.ToList() : [];
        if (!isFixed)
        {
            // Nobody can have signed up to a draft, so quotas are simply made anew.
            db.Quotas.RemoveRange(quotas);
            db.Sessions.RemoveRange(stored.Where(s => lines.TrueForAll(l => l.Id != s.Id)));
            quotas.Clear();
        }

        Guid?[] pools = draft.IsQuotaPerDealer ? [.. (await offer.DealersAsync(activity, ct)).Select(d => (Guid?)d.Id)] : [null];
        var sum = 0;
        foreach (var line in lines)
        {
            var session = Write(db, activity, stored, line);
            foreach (var dealer in quotas.Where(q => q.SessionId == session.Id).Select(q => q.DealerId).Union(pools))
            {
                sum += WriteQuota(db, activity, session, quotas, dealer, line.CapacityOf(dealer));
            }
        }

        if (lines.Count > 0)
        {
            activity.SumUp(sum);
        }
    }

    private ActivitySession Write(ActivitiesDb db, Activity activity, List<ActivitySession> stored, SessionDraft line)
    {
        if (stored.Find(s => s.Id == line.Id) is { } known)
        {
            known.Change(StartOf(line), EndOf(line), line.Capacity!.Value);
            return known;
        }

        var session = new ActivitySession(Ids.New(clock), activity.Id, StartOf(line), EndOf(line), line.Capacity!.Value);
        db.Sessions.Add(session);
        return session;
    }

    private int WriteQuota(ActivitiesDb db, Activity activity, ActivitySession session, List<SessionQuota> quotas, Guid? dealerId, int capacity)
    {
        if (quotas.Find(q => q.SessionId == session.Id && q.DealerId == dealerId) is { } known)
        {
            known.Resize(capacity, activity.OversellPercent);
        }
        else
        {
            db.Quotas.Add(new(Ids.New(clock), activity.Id, session.Id, dealerId, capacity, activity.OversellPercent));
        }

        return capacity;
    }

    private static DateTimeOffset StartOf(SessionDraft line) => ShanghaiTime.At(line.On ?? default, line.From);

    private static DateTimeOffset EndOf(SessionDraft line) => ShanghaiTime.At(line.On ?? default, line.Until);
}
