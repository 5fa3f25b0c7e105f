"""What chat writes to the audit trail, and what it means."""

from cairn.platform.audit import Audited, Audits

AUDITS: Audits = {
    "message.say": Audited("Message sent", "Mensaje enviado", "Message envoyé", "Mensagem enviada"),
    "message.stop": Audited(
        "An answer was stopped", "Se paró una respuesta", "Une réponse a été arrêtée", "Uma resposta foi parada"
    ),
    "proposal.confirm": Audited(
        "A proposal was agreed to",
        "Se aceptó una propuesta",
        "Une proposition a été acceptée",
        "Uma proposta foi aceite",
    ),
    "proposal.refuse": Audited(
        "A proposal was declined",
        "Se rechazó una propuesta",
        "Une proposition a été refusée",
        "Uma proposta foi recusada",
    ),
    "conversation.open": Audited(
        "Conversation begun", "Conversación empezada", "Conversation commencée", "Conversa começada"
    ),
    "conversation.edit": Audited(
        "Conversation changed", "Conversación cambiada", "Conversation modifiée", "Conversa alterada"
    ),
    "conversation.remove": Audited(
        "Conversation removed", "Conversación quitada", "Conversation retirée", "Conversa retirada"
    ),
}
