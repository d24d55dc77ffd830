using AutoPortal.Activities.Contracts;
using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Data;
using AutoPortal.Customers.Identify;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Security;
using AutoPortal.Testing;

namespace AutoPortal.Customers.Tests;

/// <summary>Customers alone on a real database.</summary>
public sealed class CustomersFixture() : ModuleFixture(new CustomersModule());

internal static class Make
{
    public static Guid Id() => Kernel.Ids.New(TimeProvider.System);

    public static SignUpAccepted SignUp(
        TestTenant tenant, string phone = "13800138000", string name = "王小明", Guid? dealer = null, bool mayBeContacted = true, string? city = "苏州", DateTimeOffset? at = null)
    {
        var vault = tenant.Get<PhoneVault>();
        List<ConsentGiven> consents = [new("service", "v1")];
        if (mayBeContacted)
        {
            consents.Add(new("lead_contact", "v1"));
        }

        return new(
            Id(), Id(), "金秋试驾会", Id(), vault.Seal(tenant.Id, name), name[..1] + "**", vault.Seal(tenant.Id, phone), vault.Hash(tenant.Id, phone), phone[^4..], PhoneVault.Mask(phone),
            true, consents, "cx7", "7d", "江苏", city, "姑苏", dealer, "activity.test_drive_event.autumn", "/test/a/autumn", "4bf92f3577b34da6a3ce929d0e0e4736", at ?? TimeProvider.System.GetUtcNow());
    }

    public static Delivery<SignUpAccepted> Delivery(SignUpAccepted signUp) => new(Id(), signUp, signUp.At);

    public static Task HearAsync(this TestTenant tenant, params SignUpAccepted[] signUps)
        => tenant.HearAsync([.. signUps.Select(Delivery)]);

    public static async Task HearAsync(this TestTenant tenant, IReadOnlyList<Delivery<SignUpAccepted>> batch)
    {
        await using var house = tenant.AsSystem();
        await house.Get<RecordSignUp>().HandleAsync(batch, default);
    }

    public static async Task<List<CustomerSignedUp>> ToldAsync(this TestTenant tenant)
        => [.. (await tenant.SentAsync<CustomersDb>()).Select(m => EventTypes.Deserialize<CustomerSignedUp>(m.Payload))];
}
