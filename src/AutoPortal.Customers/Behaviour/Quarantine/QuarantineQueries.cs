using System.Text.Json;
using AutoPortal.Customers.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Behaviour.Quarantine;

/// <summary>What waits in quarantine, by what is wrong with it.</summary>
internal sealed class QuarantineQueries(IDbContextFactory<CustomersDb> dbs)
{
    private const int MostGroups = 100;
    private const int Samples = 200;
    private const long RoomForText = 200;
    private const long RoomForNumbers = 1_000_000_000;

    /// <summary>The groups with most events first.</summary>
    public async Task<IReadOnlyList<QuarantineGroup>> ListAsync(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await db.QuarantinedEvents.AsNoTracking()
            .GroupBy(q => new { q.Name, q.SchemaVersion, q.Reason, q.Detail })
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key.Name)
            .Take(MostGroups)
            .Select(g => new QuarantineGroup(g.Key.Name, g.Key.SchemaVersion, g.Key.Reason, g.Key.Detail, g.LongCount(), g.Max(q => q.ReceivedAt)))
            .ToListAsync(ct);
    }

    /// <summary>What a contract would have to name for the newest events of the group to fit: fields that are of one plain type in all of them.</summary>
    public async Task<IReadOnlyList<EventField>> FieldsAsync(QuarantineGroup group, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var payloads = await db.QuarantinedEvents.Where(q => q.Name == group.Name && q.SchemaVersion == group.SchemaVersion).OrderByDescending(q => q.Id).Take(Samples).Select(q => q.Payload).ToListAsync(ct);
        return [.. payloads.SelectMany(PropertiesOf).GroupBy(p => p.Name, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Where(g => g.Select(p => p.Type).Distinct(StringComparer.Ordinal).Count() == 1)
            .Select(g => new EventField(g.Key, g.First().Type, Max: g.First().Type == EventField.Integer ? RoomForNumbers : RoomForText))
            .Where(DeclareEvent.IsFit)
            .Take(DeclareEvent.MostFields)
            .OrderBy(f => f.Name, StringComparer.Ordinal)];
    }

    private static IEnumerable<(string Name, string Type)> PropertiesOf(string payload)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("props", out var properties) && properties.ValueKind is JsonValueKind.Object
            ? [.. properties.EnumerateObject().Select(p => (p.Name, TypeOf(p.Value))).Where(p => p.Item2.Length > 0)]
            : [];
    }

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => EventField.Text,
        JsonValueKind.Number when value.TryGetInt64(out _) => EventField.Integer,
        JsonValueKind.True or JsonValueKind.False => EventField.Truth,
        _ => "",
    };
}

/// <summary>Events that wait for the same reason.</summary>
internal sealed record QuarantineGroup(string Name, short SchemaVersion, string Reason, string Detail, long Count, DateTimeOffset LastAt);
