using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Imports;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Kernel.Modules;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AutoPortal.Kernel.Tests.SampleShop;

/// <summary>The smallest module: a note of a dealer, owned by a person.</summary>
public sealed class Note : TenantEntity, IDealerScoped, IOwnScoped
{
    private Note()
    {
    }

    public Note(string text, Guid? dealerId = null, Guid? ownerId = null, string? phone = null)
    {
        Id = Ids.New(TimeProvider.System);
        Text = text;
        DealerId = dealerId;
        OwnerId = ownerId;
        Phone = phone;
    }

    public string Text { get; private set; } = "";

    [Personal]
    public string? Phone { get; private set; }

    public Guid? DealerId { get; private set; }

    public Guid? OwnerId { get; private set; }

    /// <summary>Moved by the house alone.</summary>
    [NotAudited]
    public DateTimeOffset? LookAt { get; private set; }

    public void Rewrite(string text) => Text = text;

    public void LookAgain(DateTimeOffset at) => LookAt = at;
}

/// <summary>A line below a note.</summary>
public sealed class NoteLine : TenantEntity
{
    private NoteLine()
    {
    }

    public NoteLine(Guid noteId, string text)
    {
        Id = Ids.New(TimeProvider.System);
        NoteId = noteId;
        Text = text;
    }

    public Guid NoteId { get; private set; }

    public string Text { get; private set; } = "";
}

[EventType("sample.note_written")]
public sealed record NoteWritten(Guid NoteId, int Number) : IntegrationEvent
{
    public override string AggregateKey => NoteId.ToString("N");
}

[EventType("sample.note_closed")]
public sealed record NoteClosed(Guid NoteId, int Number) : IntegrationEvent
{
    public override string AggregateKey => NoteId.ToString("N");
}

public sealed class SampleDb(DbContextOptions<SampleDb> options, CurrentScope scope) : ModuleDb(options, scope)
{
    public const string Schema = "sample";

    public DbSet<Note> Notes => Set<Note>();

    public override string SchemaName => Schema;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>(note =>
        {
            note.ToTable("notes");
            note.Property<uint>("Version").IsRowVersion();
            note.HasMany<NoteLine>().WithOne().HasForeignKey("TenantId", nameof(NoteLine.NoteId));
        });
        modelBuilder.Entity<NoteLine>().ToTable("note_lines");
        ImportTables.Map(modelBuilder);
        base.OnModelCreating(modelBuilder);
    }
}

/// <summary>Made from the model itself: a sample needs no scaffolded history.</summary>
[DbContext(typeof(SampleDb)), Migration("20260101000000_CreateSample")]
public sealed class CreateSample : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        using var db = new ModuleDbEntry(typeof(SampleDb), SampleDb.Schema).CreateFor("Host=localhost");
        var target = db.GetService<Microsoft.EntityFrameworkCore.Metadata.IDesignTimeModel>().Model.GetRelationalModel();
        foreach (var operation in db.GetService<IMigrationsModelDiffer>().GetDifferences(null, target))
        {
            migrationBuilder.Operations.Add(operation);
        }
    }

    protected override void BuildTargetModel(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(SampleDb.Schema);
        foreach (var table in new[] { "outbox_messages", "audit_entries" })
        {
            modelBuilder.Entity("Partitioned." + table, entity =>
            {
                entity.ToTable(table);
                entity.Property<Guid>("id");
                entity.HasKey("id");
                entity.HasAnnotation(ModuleModel.Partitioned, true);
            });
        }
    }
}

public sealed class SampleModule : IPortalModule
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<SampleDb>(SampleDb.Schema);
        services.AddSingleton<Heard>();
        services.AddImportKind<NoteFile>();
        services.AddHandler<NoteWritten, HearNotes>();
        services.AddHandler<NoteClosed, HearNotes>();
    }
}

/// <summary>What the handler heard, and what it should choke on.</summary>
public sealed class Heard
{
    public System.Collections.Concurrent.ConcurrentQueue<string> Words { get; } = [];

    public int ChokeOn { get; set; } = -1;

    public bool ChokeAfterSaving { get; set; }
}

public sealed class HearNotes(IDbContextFactory<SampleDb> dbs, Heard heard) : IHandle<NoteWritten>, IHandle<NoteClosed>
{
    public async Task HandleAsync(IReadOnlyList<Delivery<NoteWritten>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var fresh = await db.TakeNewAsync(this, batch, ct);
        if (fresh.Any(d => d.Event.Number == heard.ChokeOn) && !heard.ChokeAfterSaving)
        {
            throw new InvalidOperationException("choked");
        }

        await db.SaveAsync(ct);
        foreach (var delivery in fresh)
        {
            heard.Words.Enqueue($"written {delivery.Event.Number}");
        }

        if (heard.ChokeAfterSaving && fresh.Any(d => d.Event.Number == heard.ChokeOn))
        {
            throw new InvalidOperationException("choked late");
        }
    }

    public async Task HandleAsync(IReadOnlyList<Delivery<NoteClosed>> batch, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        var fresh = await db.TakeNewAsync(this, batch, ct);
        await db.SaveAsync(ct);
        foreach (var delivery in fresh)
        {
            heard.Words.Enqueue($"closed {delivery.Event.Number}");
        }
    }
}

public sealed class SampleFixture() : ModuleFixture(new SampleModule());
