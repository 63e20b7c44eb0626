"""What a supplement's label said, as it was typed, so that it is shown again as such.

Frozen: it imports nothing of the journal.
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("supplement") as batch_op:
        batch_op.add_column(
            sa.Column("typed", sa.JSON(), nullable=False, server_default="{}")
        )


def downgrade() -> None:
    with op.batch_alter_table("supplement") as batch_op:
        batch_op.drop_column("typed")
