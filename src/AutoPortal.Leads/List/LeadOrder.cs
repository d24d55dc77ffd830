using System.Globalization;
using AutoPortal.Leads.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Leads.List;

/// <summary>In which order leads are listed, and where a page begins: after a key, never after a count.</summary>
internal sealed class LeadOrder
{
    public const string Arrived = "at";
    public const string Due = "due";
    public const string Heat = "heat";

    private readonly string _by;
    private readonly bool _descending;

    private LeadOrder(string by, bool descending)
    {
        _by = by;
        _descending = descending;
    }

    public static LeadOrder Of(string by, bool descending) => new(by is Due or Heat ? by : Arrived, descending);

    /// <summary>What is due first stands first, where that is what the tab is about.</summary>
    public static string DefaultOf(string tab) => tab is LeadTab.Today or LeadTab.Lost ? Due : Arrived;

    public static bool IsNewestFirst(string tab) => DefaultOf(tab) == Arrived;

    /// <summary>The key that the next page begins after.</summary>
    public string After(DateTimeOffset? dueAt, decimal heat, Guid id)
        => _by switch
        {
            Due => $"{dueAt?.UtcTicks.ToString(CultureInfo.InvariantCulture) ?? ""}_{id:N}",
            Heat => $"{heat.ToString(CultureInfo.InvariantCulture)}_{id:N}",
            _ => $"_{id:N}",
        };

    public IQueryable<Lead> Page(IQueryable<Lead> leads, string? after)
    {
        var key = Read(after);
        return _by switch
        {
            Due => ByDue(leads, key),
            Heat => ByHeat(leads, key),
            _ => ByArrival(leads, key),
        };
    }

    private IQueryable<Lead> ByArrival(IQueryable<Lead> leads, Key? key)
    {
        if (key is { Id: var id })
        {
            leads = _descending ? leads.Where(l => l.Id < id) : leads.Where(l => l.Id > id);
        }

        // Ids carry the moment they were made.
        return _descending ? leads.OrderByDescending(l => l.Id) : leads.OrderBy(l => l.Id);
    }

    // PostgreSQL puts rows without a due time last when it counts up, and first when it counts down.
    private IQueryable<Lead> ByDue(IQueryable<Lead> leads, Key? key)
    {
        if (key is { Id: var id })
        {
            DateTimeOffset? at = long.TryParse(key.Value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
                ? new DateTimeOffset(ticks, TimeSpan.Zero)
                : null;
            leads = (_descending, at) switch
            {
                (false, null) => leads.Where(l => l.DueAt == null && l.Id > id),
                (false, _) => leads.Where(l => l.DueAt == null || l.DueAt > at || (l.DueAt == at && l.Id > id)),
                (true, null) => leads.Where(l => l.DueAt != null || l.Id < id),
                (true, _) => leads.Where(l => l.DueAt < at || (l.DueAt == at && l.Id < id)),
            };
        }

        return _descending ? leads.OrderByDescending(l => l.DueAt).ThenByDescending(l => l.Id) : leads.OrderBy(l => l.DueAt).ThenBy(l => l.Id);
    }

    private IQueryable<Lead> ByHeat(IQueryable<Lead> leads, Key? key)
    {
        if (key is { Id: var id } && decimal.TryParse(key.Value.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var heat))
        {
            leads = _descending
                ? leads.Where(l => l.HeatScore < heat || (l.HeatScore == heat && l.Id < id))
                : leads.Where(l => l.HeatScore > heat || (l.HeatScore == heat && l.Id > id));
        }

        return _descending ? leads.OrderByDescending(l => l.HeatScore).ThenByDescending(l => l.Id) : leads.OrderBy(l => l.HeatScore).ThenBy(l => l.Id);
    }

    // The address may hold anything; what is no key begins at the beginning.
    private static Key? Read(string? after)
        => after?.Split('_') is [var value, var id] && Guid.TryParseExact(id, "N", out var known) ? new(value, known) : null;

    private readonly record struct Key(string Value, Guid Id);
}
