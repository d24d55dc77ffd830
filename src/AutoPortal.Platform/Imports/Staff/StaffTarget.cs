using AutoPortal.Kernel.Imports;
using AutoPortal.Platform.Accounts;
using AutoPortal.Platform.Data;
using AutoPortal.Platform.Domain;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Imports.Staff;

/// <summary>Whom a row is about.</summary>
/// <param name="SignIn">What they sign in by; default where the row does not tell.</param>
/// <param name="Places">Their memberships that the row may mean.</param>
/// <param name="Issue">Why nobody is meant, or null.</param>
internal sealed record StaffTarget(SignInName SignIn, IReadOnlyList<Membership> Places, RowIssue? Issue = null)
{
    /// <summary>The exported row names one membership, so that each place of a person can be changed.</summary>
    public bool IsStamped { get; init; }
}

/// <summary>Finds the people of a batch: by what their exported row carries, else by what they sign in by.</summary>
internal sealed class StaffTargets
{
    private readonly Dictionary<string, Guid> _accounts;
    private readonly Dictionary<Guid, string> _signIns;
    private readonly ILookup<Guid, Membership> _current;
    private readonly Dictionary<Guid, Membership> _byId;

    private StaffTargets(Dictionary<string, Guid> accounts, Dictionary<Guid, string> signIns, List<Membership> members, DateOnly today)
    {
        (_accounts, _signIns) = (accounts, signIns);
        _current = members.Where(m => m.UntilOn is null || m.UntilOn > today).ToLookup(m => m.AccountId);
        _byId = members.ToDictionary(m => m.Id);
    }

    public static async Task<StaffTargets> ReadAsync(PlatformDb db, StaffAccounts accounts, IReadOnlyList<ImportRow> rows, DateOnly today, CancellationToken ct)
    {
        var known = await accounts.FindAsync([.. rows.Select(r => SignInName.Read(r[StaffFile.SignIn])).OfType<SignInName>()], ct);
        var ids = known.Values.ToList();
        var stamped = rows.Select(r => r.Stamp?.RootId).OfType<Guid>().ToList();
        var members = await db.Memberships.Where(m => ids.Contains(m.AccountId) || stamped.Contains(m.Id)).OrderBy(m => m.Id).ToListAsync(ct);
        return new(known, await accounts.NamesAsync([.. members.Select(m => m.AccountId).Distinct()], ct), members, today);
    }

    public StaffTarget Find(ImportRow row)
    {
        var written = row[StaffFile.SignIn];
        var typed = SignInName.Read(written);
        if (row.Stamp is { } stamp)
        {
            // A masked name, and one that nobody touched since the export, says nothing: the stamp says who it is.
            var isAsExported = written.Length == 0 || ImportText.IsMasked(written) || written == ImportText.Normalise(stamp.Values.GetValueOrDefault(StaffFile.SignIn));
            if (_byId.TryGetValue(stamp.RootId, out var member) && SignInName.Read(_signIns.GetValueOrDefault(member.AccountId)) is { } own)
            {
                return isAsExported || typed == own
                    ? new(own, [member]) { IsStamped = true }
                    : new(own, [], new RowIssue(StaffFile.SignIn, "sign_in_never_changes"));
            }

            if (isAsExported)
            {
                return new(default, [], new RowIssue(StaffFile.SignIn, "stamp_is_not_known"));
            }
        }

        return typed is not { } signIn
            ? new(default, [], new RowIssue(StaffFile.SignIn, "sign_in_name_malformed"))
            : new(signIn, _accounts.TryGetValue(signIn.Text, out var account) ? [.. _current[account]] : []);
    }
}
