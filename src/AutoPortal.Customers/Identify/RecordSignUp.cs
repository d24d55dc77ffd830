using AutoPortal.Activities.Contracts;
using AutoPortal.Customers.Behaviour.Visitors;
using AutoPortal.Customers.Data;
using AutoPortal.Kernel.Messaging;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Customers.Identify;

/// <summary>Turns sign-ups into customers: a batch is a handful of statements, whatever its size.</summary>
internal sealed class RecordSignUp(IDbContextFactory<CustomersDb> dbs, CustomerWriter writer, LinkVisitors visitors) : IHandle<SignUpAccepted>
{
    public async Task HandleAsync(IReadOnlyList<Delivery<SignUpAccepted>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var signUps = (await db.TakeNewAsync(this, batch, ct)).Select(d => d.Event).ToList();
        if (signUps.Count > 0)
        {
            var customers = await writer.WriteAsync(db, signUps, ct);
            await visitors.RunAsync(db, [.. signUps.Where(MayBeServed).Select(s => new SignedUpVisitor(s.VisitorId!.Value, customers[s.PhoneHash], s.SignUpId, s.At))], ct);
            foreach (var signUp in signUps)
            {
                db.Publish(SignedUp.Told(signUp, customers[signUp.PhoneHash], db.Scope.TenantId));
            }
        }

        db.Announce(CustomerTopics.Seen, "");
        await db.SaveAsync(ct);
    }

    // What a browser saw becomes the person's only where they agreed to be served and proved their number.
    private static bool MayBeServed(SignUpAccepted signUp)
        => signUp is { VisitorId: not null, PhoneVerified: true } && signUp.Consents.Any(c => c.Purpose == "service");
}
