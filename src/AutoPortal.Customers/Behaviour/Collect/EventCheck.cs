using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Scopes;

namespace AutoPortal.Customers.Behaviour.Collect;

/// <summary>Holds posted events against what was declared, and against the page that they say they come from.</summary>
internal sealed class EventCheck(CurrentScope scope, KnownSchemas schemas, KnownShapes shapes)
{
    private const int MostPages = 5;

    /// <returns>Each event either as it is stored or as it goes into quarantine.</returns>
    public async Task<CheckedEvents> RunAsync(IReadOnlyList<PostedEvent> posted, BrowserClock clock, CancellationToken ct)
    {
        var declared = await schemas.OfAsync(scope.TenantId, ct);
        var blocks = new Dictionary<(Guid, int), FrozenSet<string>?>();
        foreach (var page in posted.Where(p => p.PageId is not null).Select(p => (p.PageId!.Value, p.PageVersion)).Distinct().Take(MostPages))
        {
            blocks[page] = await shapes.FindAsync(scope.TenantId, page.Value, page.PageVersion, ct);
        }

        var (taken, refused) = (new List<TakenEvent>(posted.Count), new List<RefusedEvent>());
        foreach (var one in posted)
        {
            var (fit, fault) = Fit(one, declared, blocks, clock);
            if (fit is not null)
            {
                taken.Add(fit);
            }
            else
            {
                refused.Add(Refuse(one, fault!, clock));
            }
        }

        return new(taken, refused);
    }

    private static (TakenEvent? Fit, EventFault? Fault) Fit(
        PostedEvent posted, FrozenDictionary<(string, short), DeclaredEvent> declared, Dictionary<(Guid, int), FrozenSet<string>?> blocks, BrowserClock clock)
    {
        if (posted.Fault is { } fault)
        {
            return (null, fault);
        }

        if (posted.Id is not { } id || posted.At is not { } at)
        {
            return (null, new(EventFault.WrongValue, posted.Id is null ? "id" : "at"));
        }

        if (!declared.TryGetValue((posted.Name, posted.Version), out var contract))
        {
            return (null, new(EventFault.UndeclaredEvent, ""));
        }

        if (posted.PageId is not { } page || blocks.GetValueOrDefault((page, posted.PageVersion)) is not { } ofPage)
        {
            return (null, new(EventFault.UnknownPage, ""));
        }

        if (posted.Block.Length > 0 && !ofPage.Contains(posted.Block))
        {
            return (null, new(EventFault.UnknownBlock, ""));
        }

        if (clock.Believe(at) is not { } happened || clock.Place(id, at) is not { } place)
        {
            return (null, new(EventFault.ClockIsOff, "at"));
        }

        var values = EventValues.Read(posted.Properties, contract);
        return values.Fault is { } unfit
            ? (null, unfit)
            : (new(place, page, posted.PageVersion, posted.Block, contract.Name, contract.Version, values.Subject, values.Amount, posted.VisitorId, posted.SessionId, happened, clock.ReceivedAt, values.Rest), null);
    }

    private static RefusedEvent Refuse(PostedEvent posted, EventFault fault, BrowserClock clock)
    {
        // Under the event's own id where it has one, so that a retry is not kept twice.
        var id = posted.Id is { } own && clock.Place(own, posted.At ?? 0) is { } place ? place : Ids.New(clock.ReceivedAt);
        var detail = PersonalData.StruckOut(fault.Detail);
        return new(id, fault.Reason, Fitting(detail, 60), Fitting(PersonalData.StruckOut(posted.Name), 40), posted.Version, QuarantinePayload.Of(posted), clock.ReceivedAt);
    }

    private static string Fitting(string text, int most)
    {
        var whole = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Where(r => !Rune.IsControl(r)))
        {
            if (whole.Length + rune.Utf16SequenceLength > most)
            {
                break;
            }

            whole.Append(rune.ToString());
        }

        return whole.ToString();
    }
}
