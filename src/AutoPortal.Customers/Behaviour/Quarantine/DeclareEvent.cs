using System.Text.Json;
using System.Text.RegularExpressions;
using AutoPortal.Customers.Behaviour.Collect;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Domain;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Behaviour.Quarantine;

/// <summary>Declares an event of the tenant's own; what waited for it can then be taken in by <see cref="ReplayQuarantine"/>.</summary>
internal sealed partial class DeclareEvent(IDbContextFactory<CustomersDb> dbs, CurrentUser user, KnownSchemas known, TimeProvider clock)
{
    public const int MostFields = 30;
    private const long LongestText = 200;

    public static bool IsFit(EventField field)
        => Word().IsMatch(field.Name) && EventField.Types.Contains(field.Type, StringComparer.Ordinal)
            && field.Max >= 1 && (field.Type != EventField.Text || field.Max <= LongestText);

    public async Task<Outcome> RunAsync(string name, short version, IReadOnlyList<EventField> fields, CancellationToken ct)
    {
        if (!user.May(CustomersPermissions.ManageEvents))
        {
            return Refusal.NotAllowed;
        }

        if (!Word().IsMatch(name) || version < 1 || fields.Count > MostFields || !fields.All(IsFit) || fields.DistinctBy(f => f.Name, StringComparer.Ordinal).Count() < fields.Count)
        {
            return CustomerRefusals.SchemaIsUnfit;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (HouseEvents.All.Any(e => e.Name == name && e.Version == version) || await db.EventSchemas.AnyAsync(s => s.Name == name && s.Version == version, ct))
        {
            return CustomerRefusals.SchemaIsThere;
        }

        db.EventSchemas.Add(new EventSchema(Ids.New(clock), name, version, JsonSerializer.Serialize(fields, JsonSerializerOptions.Web), clock.GetUtcNow()));
        var outcome = await db.SaveAsync(ct);
        known.Forget(db.Scope.TenantId);
        return outcome;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_]{0,39}\z", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
