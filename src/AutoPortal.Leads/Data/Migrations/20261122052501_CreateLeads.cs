using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Leads.Data.Migrations
{
    /// <inheritdoc />
    public partial class CreateLeads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "leads");

            migrationBuilder.CreateTable(
                name: "audit_entries",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    origin = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    action = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    entity = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    entity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true),
                    trace_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "blocked_contacts",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    phone_mask = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blocked_contacts", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "inbox_messages",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handler = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_messages", x => new { x.tenant_id, x.handler, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "lead_name_tokens",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    token = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_name_tokens", x => new { x.tenant_id, x.token, x.lead_id });
                });

            migrationBuilder.CreateTable(
                name: "leads",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    brand_id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    trace_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    phone_sealed = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    phone_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    phone_tail = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    phone_mask = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    series_code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    window = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    has_budget = table.Column<bool>(type: "boolean", nullable: false),
                    province = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    city = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    district = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    move_count = table.Column<int>(type: "integer", nullable: false),
                    level = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: false),
                    heat_score = table.Column<int>(type: "integer", nullable: false),
                    heat = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    enquiry_count = table.Column<int>(type: "integer", nullable: false),
                    first_source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    last_source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    last_activity_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    flags = table.Column<string>(type: "jsonb", nullable: false),
                    cleaning_steps = table.Column<string>(type: "jsonb", nullable: false),
                    invalid_reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    named_dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    region_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sub_region_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dispatched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    protected_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_contact_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_contact_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_reached_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_follow_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    visit_planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lost_reason_l1 = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    lost_reason_l2 = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    lost_evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    state_before_lost = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    wake_on = table.Column<DateOnly>(type: "date", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leads", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    aggregate_key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dead_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    discard_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "rotation_turns",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    pool = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stands = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rotation_turns", x => new { x.tenant_id, x.pool, x.member_id });
                });

            migrationBuilder.CreateTable(
                name: "allocations",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rule = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    chosen_id = table.Column<Guid>(type: "uuid", nullable: true),
                    candidates = table.Column<string>(type: "jsonb", nullable: false),
                    skipped_elsewhere = table.Column<int>(type: "integer", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allocations", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_allocations_leads_tenant_id_lead_id",
                        columns: x => new { x.tenant_id, x.lead_id },
                        principalSchema: "leads",
                        principalTable: "leads",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "follow_plans",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    planned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dropped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_plans", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_follow_plans_leads_tenant_id_lead_id",
                        columns: x => new { x.tenant_id, x.lead_id },
                        principalSchema: "leads",
                        principalTable: "leads",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "follow_ups",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    next_contact_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    level = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: false),
                    is_valid = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_ups", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_follow_ups_leads_tenant_id_lead_id",
                        columns: x => new { x.tenant_id, x.lead_id },
                        principalSchema: "leads",
                        principalTable: "leads",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lead_moves",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    to = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    trigger = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    @as = table.Column<string>(name: "as", type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_moves", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_lead_moves_leads_tenant_id_lead_id",
                        columns: x => new { x.tenant_id, x.lead_id },
                        principalSchema: "leads",
                        principalTable: "leads",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "level_changes",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: false),
                    to = table.Column<string>(type: "character varying(1)", maxLength: 1, nullable: false),
                    is_downgrade = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    dealer_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_level_changes", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_level_changes_leads_tenant_id_lead_id",
                        columns: x => new { x.tenant_id, x.lead_id },
                        principalSchema: "leads",
                        principalTable: "leads",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "source_touches",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: true),
                    activity_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sign_up_id = table.Column<Guid>(type: "uuid", nullable: true),
                    trace_id = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_source_touches", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_source_touches_leads_tenant_id_lead_id",
                        columns: x => new { x.tenant_id, x.lead_id },
                        principalSchema: "leads",
                        principalTable: "leads",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_allocations_tenant_id_lead_id",
                schema: "leads",
                table: "allocations",
                columns: new[] { "tenant_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_tenant_id_entity_id_id",
                schema: "leads",
                table: "audit_entries",
                columns: new[] { "tenant_id", "entity_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_blocked_contacts_tenant_id_phone_hash",
                schema: "leads",
                table: "blocked_contacts",
                columns: new[] { "tenant_id", "phone_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_follow_plans_tenant_id_lead_id",
                schema: "leads",
                table: "follow_plans",
                columns: new[] { "tenant_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_follow_plans_tenant_id_owner_id_due_at",
                schema: "leads",
                table: "follow_plans",
                columns: new[] { "tenant_id", "owner_id", "due_at" },
                filter: "done_at is null and dropped_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_follow_ups_tenant_id_lead_id",
                schema: "leads",
                table: "follow_ups",
                columns: new[] { "tenant_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_inbox_messages_tenant_id_at",
                schema: "leads",
                table: "inbox_messages",
                columns: new[] { "tenant_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_lead_moves_tenant_id_lead_id_number",
                schema: "leads",
                table: "lead_moves",
                columns: new[] { "tenant_id", "lead_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_leads_desks",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "dealer_id", "owner_id", "assigned_at" },
                filter: "state in ('dispatched', 'assigned', 'following', 'invited', 'arrived', 'test_driven', 'lost_pending')");

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_customer_id",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_dealer_id_id",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "dealer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_due_at_id",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_heat_score_id",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "heat_score", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_owner_id_due_at_id",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "owner_id", "due_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_owner_id_id",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "owner_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_phone_hash",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "phone_hash" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_phone_tail",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "phone_tail" });

            migrationBuilder.CreateIndex(
                name: "ix_leads_tenant_id_state_id",
                schema: "leads",
                table: "leads",
                columns: new[] { "tenant_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_level_changes_tenant_id_lead_id",
                schema: "leads",
                table: "level_changes",
                columns: new[] { "tenant_id", "lead_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_dead",
                schema: "leads",
                table: "outbox_messages",
                columns: new[] { "tenant_id", "id" },
                filter: "dead_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_waiting",
                schema: "leads",
                table: "outbox_messages",
                columns: new[] { "tenant_id", "aggregate_key", "id" },
                filter: "delivered_at is null and dead_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_source_touches_tenant_id_activity_id",
                schema: "leads",
                table: "source_touches",
                columns: new[] { "tenant_id", "activity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_source_touches_tenant_id_lead_id",
                schema: "leads",
                table: "source_touches",
                columns: new[] { "tenant_id", "lead_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allocations",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "blocked_contacts",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "follow_plans",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "follow_ups",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "inbox_messages",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "lead_moves",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "lead_name_tokens",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "level_changes",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "outbox_messages",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "rotation_turns",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "source_touches",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "leads",
                schema: "leads");
        }
    }
}
