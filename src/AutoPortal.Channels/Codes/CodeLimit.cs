using AutoPortal.Channels.Contracts;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Time;

namespace AutoPortal.Channels.Codes;

/// <summary>At most so many within one window; windows begin on the clock in Shanghai, so that one atomic counter suffices.</summary>
internal sealed record CodeLimit(string Subject, TimeSpan Window, int Most, string RefusalCode)
{
    /// <summary>The limits of one send. The tenant's rows, which all its sends share, come last, so that they are locked for the shortest time.</summary>
    public static IReadOnlyList<CodeLimit> Of(ChannelsOptions options, string phoneHash, string clientHash) =>
    [
        new($"phone.hour:{phoneHash}", TimeSpan.FromHours(1), options.CodesPerPhoneHour, PhoneCodeRefusals.TooManyForPhone),
        new($"phone.day:{phoneHash}", TimeSpan.FromDays(1), options.CodesPerPhoneDay, PhoneCodeRefusals.TooManyForPhone),
        new($"client.hour:{clientHash}", TimeSpan.FromHours(1), options.CodesPerClientHour, PhoneCodeRefusals.TooManyFromClient),
        new("tenant.minute", TimeSpan.FromMinutes(1), options.CodesPerTenantMinute, PhoneCodeRefusals.TooManyForTenant),
        new("tenant.day", TimeSpan.FromDays(1), options.CodesPerTenantDay, PhoneCodeRefusals.TooManyForTenant),
    ];

    public DateTimeOffset StartOf(DateTimeOffset now)
    {
        var local = now + ShanghaiTime.Offset;
        return new DateTimeOffset(local.UtcTicks - (local.UtcTicks % Window.Ticks), TimeSpan.Zero) - ShanghaiTime.Offset;
    }

    public Refusal Refuse(DateTimeOffset now)
        => new(RefusalCode, (int)Math.Ceiling((StartOf(now) + Window - now).TotalSeconds));
}
