using AutoPortal.Channels.Captured;
using AutoPortal.Channels.Codes;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Channels.Data;

internal sealed class ChannelsDb(DbContextOptions<ChannelsDb> options, CurrentScope scope) : ModuleDb(options, scope)
{
    public const string Schema = "channels";

    public override string SchemaName => Schema;

    public DbSet<CapturedMessage> CapturedMessages => Set<CapturedMessage>();

    public DbSet<PhoneCode> PhoneCodes => Set<PhoneCode>();

    public DbSet<CodeCounter> CodeCounters => Set<CodeCounter>();
}

internal sealed class ChannelsDesign() : ModuleDbDesign<ChannelsDb>(ChannelsDb.Schema);
